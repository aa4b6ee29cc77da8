import type { FileState } from "@drydock/engine";
import * as z from "zod/mini";
import { canonicalJson } from "../canonical-json.ts";
import { bytesOfBase64 } from "../lesson-version.ts";
import { fileStateSchema } from "../rubric/file-state.ts";
import { Collector } from "./collector.ts";
import { limits, Refusal } from "./limits.ts";
import { sessionOf } from "./tidy.ts";

/** Files of an exported bundle: a session with one more field, `files`. The session comes back as session.json among them. */
export function readBundle(text: string): FileState {
  if (text.length > limits.packedBytes)
    throw new Refusal(`it is larger than ${limits.packedBytes / 1024 / 1024} MiB`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal("it is not JSON");
  }
  if (typeof value !== "object" || value === null || !("files" in value))
    throw new Refusal("it is JSON without files, so it is no bundle");
  const parsed = z.safeParse(fileStateSchema, value.files);
  if (!parsed.success) throw new Refusal("its files cannot be read");
  const collector = new Collector();
  const files: Record<string, FileState[string]> = {};
  for (const [raw, entry] of Object.entries(parsed.data)) {
    const path = collector.name(raw);
    if (path === undefined) continue;
    const bytes =
      typeof entry === "string"
        ? new TextEncoder().encode(entry)
        : "text" in entry
          ? new TextEncoder().encode(entry.text)
          : "base64" in entry
            ? bytesOfBase64(entry.base64)
            : undefined;
    if (bytes) collector.file(path, bytes, false);
    else if (typeof entry === "object" && "link" in entry) collector.link(path, entry.link);
    files[raw.endsWith("/") ? `${path}/` : path] = entry;
  }
  collector.files();
  return { ...files, "session.json": canonicalJson(sessionOf(value)) };
}
