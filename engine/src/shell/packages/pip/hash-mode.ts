import { notSimulated } from "../../../core/engine-error.ts";
import { catalogueParts } from "../catalogue-parts.ts";
import { parseRequirement, type Requirement } from "../python/requirement.ts";
import type { RequirementLine } from "../python/requirements-file.ts";
import type { PipOptions } from "./pip-options.ts";

/** Hashes that the lines give, by canonical name; undefined: pip does not check any. */
export type ExpectedHashes = ReadonlyMap<string, readonly string[]> | undefined;

const HASH = /\s--hash[=\s]\s*(\w+):([0-9a-fA-F]+)/g;

/**
 * Hash-checking mode, which an option, a line or a single hash switches on for all requirements.
 * @throws {EngineError} NOT_SIMULATED for other algorithms than SHA-256, whose digests the catalogue lacks
 */
export function expectedHashes(options: PipOptions, lines: readonly RequirementLine[]): ExpectedHashes {
  const found = new Map<string, string[]>();
  let asked = options.has("require-hashes");
  for (const { text } of lines) {
    asked ||= text === "--require-hashes";
    const given = [...text.matchAll(HASH)];
    if (given.length === 0) continue;
    asked = true;
    const key = parseRequirement(withoutHashes(text))?.key ?? "";
    for (const [, algorithm, hex = ""] of given) {
      if (algorithm !== "sha256") throw notSimulated(`pip with a hash of ${algorithm}`, "compare it");
      const known = found.get(key) ?? [];
      known.push(hex.toLowerCase());
      found.set(key, known);
    }
  }
  return asked ? found : undefined;
}

/** Is the archive not even looked at? Without a hash the version must stand in the requirement. */
export const isRefusedUnseen = (
  hashes: ReadonlyMap<string, readonly string[]>,
  requirement: Requirement,
): boolean => !hashes.has(requirement.key) && !isPinned(requirement);

/** The requirement without its options. */
export const withoutHashes = (text: string): string => text.replaceAll(HASH, "").trim();

const MISMATCH =
  "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, please update the hashes. Otherwise, examine the package contents carefully; someone may have tampered with them.";
const MISSING =
  "ERROR: Hashes are required in --require-hashes mode, but they are missing from some requirements. Here is a list of those requirements along with the hashes their downloaded archives actually had. Add lines like these to your requirements files to prevent tampering. (If you did not enable --require-hashes manually, note that it turns on automatically when any package has a hash.)";
const UNPINNED =
  "ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==. These do not:";

const isPinned = ({ clauses }: Requirement): boolean =>
  clauses.length === 1 &&
  (clauses[0]?.operator === "==" || clauses[0]?.operator === "===") &&
  !clauses[0].version.endsWith(".*");

/**
 * Compares a downloaded wheel with its hashes. @returns pip's words where it refuses it (pip/_internal/exceptions.py, HashErrors)
 * @param from as pip tells it: ` (from -r requirements.txt (line 1))`
 * @throws {EngineError} NOT_SIMULATED for a wheel whose digest is not known: one that is compiled for another Python
 */
export function hashProblem(
  hashes: ReadonlyMap<string, readonly string[]>,
  requirement: Requirement,
  from: string,
  file: string,
  path: string | undefined,
): readonly string[] | undefined {
  const [digest, address] = catalogueParts["pip-hashes"].data.files[file] ?? [];
  if (digest === undefined || address === undefined)
    throw notSimulated(
      `pip's hash-checking mode: the digest of ${file} is not in Drydock's catalogue`,
      "compare it",
    );
  const url =
    path === undefined
      ? `https://files.pythonhosted.org/packages/${address.slice(0, 2)}/${address.slice(2, 4)}/${address.slice(4)}/${file}`
      : `file://${path}`;
  const expected = (hashes.get(requirement.key) ?? []).toSorted();
  if (expected.length === 0)
    return isPinned(requirement)
      ? [MISSING, `    ${requirement.text} --hash=sha256:${digest}`]
      : [UNPINNED, `    ${requirement.text} from ${url}${from}`];
  if (expected.includes(digest)) return undefined;
  return [
    MISMATCH,
    `    ${requirement.text} from ${url}${from}:`,
    ...expected.map((hash, at) => `        Expected ${at === 0 ? "sha256" : "    or"} ${hash}`),
    `             Got        ${digest}`,
    "",
  ];
}
