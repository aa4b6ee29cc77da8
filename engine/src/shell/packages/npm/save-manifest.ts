import { Content } from "../../../vfs/content.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { satisfiesRange } from "./semver-range.ts";

/** A package.json as somebody wrote it, with the keys that npm changes. */
export type ManifestText = Readonly<Record<string, unknown>>;

const byName = (ranges: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(ranges).sort(([a], [b]) => a.localeCompare(b, "en")));

/** What stands under a key that holds ranges by name. */
export const rangesOf = (manifest: ManifestText, key: string): Readonly<Record<string, string>> => {
  const value = manifest[key];
  return typeof value === "object" && value !== null ? (value as Record<string, string>) : {};
};

/** The manifest with other dependencies; a key that holds none goes away. */
export function withRanges(
  manifest: ManifestText,
  key: string,
  ranges: Readonly<Record<string, string>>,
): ManifestText {
  const { [key]: _, ...others } = manifest;
  if (Object.keys(ranges).length === 0) return others;
  return key in manifest ? { ...manifest, [key]: byName(ranges) } : { ...others, [key]: byName(ranges) };
}

/**
 * The range that npm saves for what was asked: `^` and the version, unless that would allow more than was typed
 * (@npmcli/arborist, lib/arborist/reify.js).
 */
export function savedRange(typed: string, version: string, exact: boolean): string {
  if (exact) return version;
  const [major = "0", minor = "0"] = version.split(".");
  const furthest = major === "0" ? `0.${minor}.999999` : `${major}.999999.999999`;
  const isRange = typed !== "" && typed !== "latest" && !/^v?\d+\.\d+\.\d+$/.test(typed);
  return isRange && satisfiesRange(furthest, typed) !== true ? typed : `^${version}`;
}

/** Writes package.json with the indentation that it had. */
export function saveManifest(process: Process, manifest: ManifestText, before: string): void {
  const indent = /^[{[]\s*\n([ \t]+)/.exec(before)?.[1] ?? "  ";
  process.files.write(
    join(process.cwd, "package.json"),
    Content.of(`${JSON.stringify(manifest, undefined, indent)}\n`),
  );
}
