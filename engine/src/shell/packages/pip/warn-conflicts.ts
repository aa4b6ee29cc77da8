import type { Process } from "../../process.ts";
import { installedIn } from "../python/installed.ts";
import type { PythonHome } from "../python/python-home.ts";
import { markerHolds, parseRequirement, satisfies } from "../python/requirement.ts";
import { markerNames } from "./read-wanted.ts";

/**
 * pip's complaint where what it has just installed does not fit what lay there before
 * (pip/_internal/commands/install.py, _warn_about_conflicts).
 *
 * @param fresh Canonical names of what was installed: only they and what needs them are looked at.
 */
export function warnConflicts(process: Process, python: PythonHome, fresh: ReadonlySet<string>): void {
  const all = installedIn(process.files, python.path);
  const byKey = new Map(all.map((it) => [it.key, it]));
  const names = markerNames(python);
  const [missing, conflicting]: [string[], string[]] = [[], []];
  for (const it of all) {
    const needed = (it.fields.get("requires-dist") ?? []).flatMap((text) => {
      const requirement = parseRequirement(text);
      return requirement && markerHolds(requirement.marker, names) ? [requirement] : [];
    });
    if (!fresh.has(it.key) && !needed.some(({ key }) => fresh.has(key))) continue;
    for (const requirement of needed) {
      const other = byKey.get(requirement.key);
      if (!other)
        missing.push(`${it.key} ${it.version} requires ${requirement.text}, which is not installed.`);
      else if (!satisfies(other.version, requirement))
        conflicting.push(
          `${it.key} ${it.version} requires ${requirement.text}, but you have ${other.key} ${other.version} which is incompatible.`,
        );
    }
  }
  if (missing.length + conflicting.length === 0) return;
  const words =
    "ERROR: pip's dependency resolver does not currently take into account all the packages that are installed. This behaviour is the source of the following dependency conflicts.";
  process.stderr.write(`${[words, ...missing, ...conflicting].join("\n")}\n`);
}
