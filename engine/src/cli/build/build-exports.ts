import { readCsvRecord } from "../../dockerfile/csv.ts";
import type { Call } from "../command.ts";

/** Where a build goes: into the engine's store, a folder, an archive, or nowhere. `-` is standard output. */
export type BuildExport =
  | { readonly kind: "image"; readonly push?: boolean }
  | { readonly kind: "nothing" }
  | { readonly kind: "folder"; readonly to: string }
  | { readonly kind: "tar"; readonly to: string };

type Failure = { readonly error: string };

/**
 * Reads `--output`, `--load` and `--push`; `error` is all after `ERROR: failed to build: ` (docker/buildx, util/buildflags/export.go,
 * controller/pb/export.go).
 */
export function buildExport(call: Call): BuildExport | Failure {
  const outputs = call.all("output");
  if (outputs.length > 1)
    return { error: "multiple outputs currently unsupported by the current BuildKit daemon" };
  const [text] = outputs;
  const read = text === undefined || text === "" ? { kind: "image" as const } : one(call, text);
  if ("error" in read) return read;
  if (read.kind === "image" && call.on("push")) return { kind: "image", push: true };
  if ((read.kind === "folder" || read.kind === "tar") && call.get("iidfile") !== "")
    return { error: "local and tar exporters are incompatible with image ID file" };
  return read;
}

function one(call: Call, text: string): BuildExport | Failure {
  const fields = readCsvRecord(text);
  if ("error" in fields) return { error: fields.error };
  const [only = "", ...more] = fields;
  if (more.length === 0 && !only.includes("=")) return only === "-" ? tar(call, "-") : folder(call, only);
  const values = new Map<string, string>();
  for (const field of fields) {
    const at = field.indexOf("=");
    if (at < 0) return { error: `invalid value ${field}` };
    values.set(field.slice(0, at).toLowerCase().trim(), field.slice(at + 1));
  }
  const type = values.get("type") ?? "";
  const to = values.get("dest") ?? "";
  if (type === "") return { error: "type is required for output" };
  if (type === "local") return folder(call, to);
  if (type === "tar") return tar(call, to || "-");
  if (type === "cacheonly") return { kind: "nothing" };
  if (type === "image" || type === "docker") {
    return { kind: "image", push: values.get("push") === "true" };
  }
  if (type === "registry") return { kind: "image", push: true };
  return { error: `failed to solve: exporter ${JSON.stringify(type)} could not be found` };
}

function folder(call: Call, to: string): BuildExport | Failure {
  if (to === "") return { error: "dest is required for local exporter" };
  if (to === "-") return { error: "dest cannot be stdout for local exporter" };
  const there = call.files.stat(to.startsWith("/") ? to : `${call.directory}/${to}`);
  if (typeof there !== "string" && there.kind !== "directory")
    return { error: `destination directory ${to} is a file` };
  return { kind: "folder", to };
}

function tar(call: Call, to: string): BuildExport | Failure {
  // The real one refuses a terminal; whether the output is one is not known here.
  if (to === "-") return { kind: "tar", to };
  const there = call.files.stat(to.startsWith("/") ? to : `${call.directory}/${to}`);
  if (typeof there !== "string" && there.kind === "directory")
    return { error: `destination file ${to} is a directory` };
  return { kind: "tar", to };
}
