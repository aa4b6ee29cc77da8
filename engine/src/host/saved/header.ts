import type { Digest } from "../../core/digest.ts";

/** The first line of a saved machine. Whatever comes after it may change with the version. */
export interface Header {
  readonly drydock: "machine";
  /** Counts from 1. */
  readonly version: number;
  /** Digest of the second line, without its end. */
  readonly body: Digest;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Undefined for a line that is none. */
export function readHeader(line: string): Header | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value["drydock"] !== "machine") return undefined;
  const { version, body } = value;
  return typeof version === "number" && Number.isInteger(version) && version >= 1 && typeof body === "string"
    ? { drydock: "machine", version, body: body as Digest }
    : undefined;
}
