import { isText, listOf, objectOf } from "@drydock/engine";
import { readBundle } from "./bundle.ts";
import { isFileState } from "./is-file-state.ts";
import type { Unfinished } from "../machine/run-to-its-end.ts";
import type { Saved } from "./vault.ts";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isUnfinished = objectOf<Unfinished>({ line: isText, typed: listOf(isText), files: isFileState });

/** A report that can be shown: its JSON is whole, and it has criteria. */
const readResult = (value: unknown): Saved["result"] => {
  if (!isObject(value) || typeof value["report"] !== "string") return undefined;
  try {
    const report: unknown = JSON.parse(value["report"]);
    if (!isObject(report) || !Array.isArray(report["criteria"]) || !Array.isArray(report["notes"] ?? []))
      return undefined;
  } catch {
    return undefined;
  }
  return { report: value["report"], stale: value["stale"] === true };
};

/**
 * What a browser had stored of a lesson. Whatever can be done without (the last result, counts) is left out where it is damaged.
 * Undefined where the work itself is.
 */
export const readSaved = (value: unknown): Saved | undefined => {
  if (!isObject(value)) return undefined;
  const { lesson, revision, work, attempts, passed } = value;
  if (typeof lesson !== "string" || !Number.isInteger(revision)) return undefined;
  const read = readBundle(JSON.stringify(work ?? null));
  if ("error" in read) return undefined;
  return {
    lesson,
    revision: Number(revision),
    work: read.work,
    result: readResult(value["result"]),
    attempts: typeof attempts === "number" ? attempts : 0,
    passed: passed === true,
    unfinished: isUnfinished(value["unfinished"]) ? value["unfinished"] : undefined,
  };
};
