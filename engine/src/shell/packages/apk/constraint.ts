import { notSimulated } from "../../../core/engine-error.ts";
import { compareDebianVersions } from "../dpkg/compare-debian-versions.ts";
import { atLeastApk } from "./apk-catalogue.ts";

/** `curl>8` in its parts; without a constraint the operator is empty. */
export interface ApkConstraint {
  readonly name: string;
  readonly operator: string;
  readonly version: string;
}

export function readConstraint(word: string): ApkConstraint {
  const [, name = word, operator = "", version = ""] = /^([^<>=~@]+)([<>=~]*)([^@]*)/.exec(word) ?? [];
  return { name, operator, version };
}

/** Does a version fit? `=~` and `~` ask for one that begins so (apk-world(5)). Alpine's versions compare as Debian's do but for suffixes like `_rc1`. */
function fits(version: string, { operator, version: wanted }: ApkConstraint): boolean {
  if (operator.includes("~"))
    return version === wanted || (version.startsWith(wanted) && /^[.\-_]/.test(version.slice(wanted.length)));
  const order = compareDebianVersions(version.replace(/-r(\d+)$/, "-$1"), wanted.replace(/-r(\d+)$/, "-$1"));
  return (
    (operator.includes("<") && order < 0) ||
    (operator.includes(">") && order > 0) ||
    (operator.includes("=") && order === 0)
  );
}

/**
 * Can the constraint be met? Of what is not installed only a bound from below is known.
 * @throws {EngineError} NOT_SIMULATED where that does not tell
 */
export function isMet(constraint: ApkConstraint, installed: string | undefined): boolean {
  const { name, operator, version } = constraint;
  const word = `${name}${operator}${version}`;
  if (operator === "") return true;
  if (/_/.test(version)) throw notSimulated(`apk add ${word}: versions with a suffix`, "compare them");
  if (installed !== undefined && /^\d/.test(installed)) {
    if (fits(installed, constraint)) return true;
    throw notSimulated(
      `apk add ${word}, where ${installed} is installed`,
      "take another version, or say that there is none",
    );
  }
  const known = atLeastApk(name);
  const enough =
    known !== undefined &&
    (operator === ">" || operator === ">=") &&
    fits(known, { name, operator: ">=", version });
  if (!enough)
    throw notSimulated(
      `apk add ${word}: versions are not in Drydock's catalogue`,
      "take that version if the repository has it",
    );
  return true;
}
