import { notSimulated } from "../../../core/engine-error.ts";
import type { RequirementLine } from "../python/requirements-file.ts";
import type { PipOptions } from "./pip-options.ts";

/**
 * Hash-checking mode, which an option, a line or a single hash switches on for all requirements.
 *
 * Whether a file has a hash, and what pip prints of one that lacks it, hangs on the digests of real wheels: the catalogue
 * has none of them.
 *
 * @throws {EngineError} NOT_SIMULATED in that mode.
 */
export function refuseHashes(options: PipOptions, lines: readonly RequirementLine[]): void {
  const hashed = lines.filter(({ text }) => /\s--hash[=\s]/.test(text));
  const asked = options.has("require-hashes") || lines.some(({ text }) => text === "--require-hashes");
  if (!asked && hashed.length === 0) return;
  const bare = lines.find((line) => !line.text.startsWith("-") && !hashed.includes(line));
  throw notSimulated(
    "pip's hash-checking mode: Drydock's catalogue holds no digests of wheels",
    bare
      ? `refuse: \`${bare.text}\` has no --hash ("Hashes are required in --require-hashes mode, but they are missing from some requirements")`
      : "compare each download with its hash, and refuse what needs a package without one",
  );
}
