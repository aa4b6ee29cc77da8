import { type Directory, notSimulated } from "@drydock/engine";
import { jsonObject } from "../json-object.ts";
import { find } from "../files/files.ts";

export type Manager = "apt" | "apk" | "pip" | "npm";

const text = (tree: Directory, path: string): string | undefined => {
  const entry = find(tree, path)[0]?.entry;
  if (entry?.kind !== "file") return undefined;
  if (entry.content.text === undefined)
    throw notSimulated(`the bytes of ${path}`, "The real image has them.");
  return entry.content.text;
};

/** pip's names without case, and with one kind of dash. */
export const normalName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");

/** The version of a package by the image's own database; undefined where it does not know the package. @throws {EngineError} NOT_SIMULATED */
export function installedVersion(tree: Directory, manager: Manager, name: string): string | undefined {
  if (manager === "apt")
    return inRecords(
      text(tree, "/var/lib/dpkg/status") ?? "",
      /^Package: (.*)$/m,
      /^Version: (.*)$/m,
      name,
      /^Status: install ok installed$/m,
    );
  if (manager === "apk")
    return inRecords(
      text(tree, "/lib/apk/db/installed") ?? text(tree, "/usr/lib/apk/db/installed") ?? "",
      /^P:(.*)$/m,
      /^V:(.*)$/m,
      name,
    );
  if (manager === "pip") {
    for (const { path } of find(tree, "/**/*.dist-info")) {
      const [, found = "", version = ""] = /([^/]+)-([^-/]+)\.dist-info$/.exec(path) ?? [];
      if (normalName(found) === normalName(name)) return version;
    }
    return undefined;
  }
  for (const { path } of find(tree, `/**/node_modules/${name}/package.json`)) {
    const version = jsonObject(text(tree, path) ?? "")?.["version"];
    if (typeof version === "string") return version;
  }
  return undefined;
}

function inRecords(
  database: string,
  nameLine: RegExp,
  versionLine: RegExp,
  name: string,
  needed?: RegExp,
): string | undefined {
  for (const record of database.split(/\n\n+/)) {
    if (nameLine.exec(record)?.[1] === name && (needed === undefined || needed.test(record)))
      return versionLine.exec(record)?.[1] ?? "";
  }
  return undefined;
}
