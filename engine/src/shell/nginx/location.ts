import { notSimulated } from "../../core/engine-error.ts";
import type { Regex } from "../regex/regex.ts";
import type { ConfigProblem, Directive } from "./directive.ts";
import { perlPattern } from "../regex/perl-pattern.ts";
import type { Scope } from "./scope.ts";

/** One `location` block. `strong`: a prefix written with `^~`, behind which no pattern is tried. */
export interface Location {
  readonly kind: "prefix" | "strong" | "exact" | "pattern" | "named";
  readonly text: string;
  readonly pattern: Regex | undefined;
  readonly scope: Scope;
  readonly inner: readonly Location[];
}

const KINDS: Readonly<Record<string, Location["kind"]>> = {
  "=": "exact",
  "^~": "strong",
  "~": "pattern",
  "~*": "pattern",
};

/** The locations directly inside a block, in the order of the text. */
export function readLocations(
  block: readonly Directive[],
  around: Scope,
): readonly Location[] | ConfigProblem {
  const all: Location[] = [];
  for (const { args, block: content, file, line } of block.filter(({ name }) => name === "location")) {
    const [first = "", second] = args;
    const kind = second === undefined ? undefined : KINDS[first];
    if (second !== undefined && kind === undefined)
      return { error: `invalid location modifier "${first}" in ${file}:${line}` };
    const text = second ?? first;
    const same = all.find(
      (one) => one.text === text && one.kind !== "pattern" && (one.kind === "exact") === (kind === "exact"),
    );
    if (same && kind !== "pattern") return { error: `duplicate location "${text}" in ${file}:${line}` };
    const scope = around.inner(content ?? [], kind === "pattern" ? "" : text);
    const inner = readLocations(content ?? [], scope);
    if ("error" in inner) return inner;
    const pattern =
      kind === "pattern" ? perlPattern(text, first === "~*", `nginx (${file}:${line})`) : undefined;
    if (pattern?.names.some((name) => name !== undefined))
      throw notSimulated(
        `named groups in the pattern ${text} of nginx (${file}:${line})`,
        "make variables of them",
      );
    all.push({ kind: kind ?? (text.startsWith("@") ? "named" : "prefix"), text, pattern, scope, inner });
  }
  return all;
}

/**
 * The location that answers for a path: an equal one, else the longest prefix, unless a pattern fits, which is tried in the
 * order of the text (nginx.org/en/docs/http/ngx_http_core_module.html#location).
 */
export function chooseLocation(locations: readonly Location[], path: string): Location | undefined {
  const exact = locations.find((one) => one.kind === "exact" && one.text === path);
  if (exact) return exact;
  let longest: Location | undefined;
  for (const one of locations) {
    if ((one.kind === "prefix" || one.kind === "strong") && path.startsWith(one.text))
      if (!longest || one.text.length > longest.text.length) longest = one;
  }
  const deeper = longest && chooseLocation(longest.inner, path);
  if (deeper && (deeper.kind === "exact" || deeper.kind === "pattern")) return deeper;
  const best = deeper ?? longest;
  if (best?.kind === "strong") return best;
  return locations.find((one) => one.pattern?.exec(path)) ?? best;
}
