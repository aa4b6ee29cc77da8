import type { Range } from "../core/position.ts";
import type { Dockerfile } from "../dockerfile/dockerfile.ts";

/** The words of a FROM that its casing is judged by. */
interface FromWords {
  readonly keyword: string;
  /** The second of three or more words. */
  readonly as: string | undefined;
  /** The stage name as written, "" if none. */
  readonly name: string;
  readonly range: Range;
}

/** Every FROM in order, and the one that is none for its words: BuildKit looks at casing before it counts them. */
export function fromsOf({ stages, refused }: Dockerfile): readonly FromWords[] {
  const froms: FromWords[] = stages.map(({ from: { keyword, as, nameAsWritten: name, range } }) => ({
    keyword,
    as,
    name,
    range,
  }));
  if (refused?.keyword.toUpperCase() === "FROM") {
    const { keyword, args, range } = refused;
    const [, as, name = ""] = args;
    if (args.length >= 3) froms.push({ keyword, as, name: args.length === 3 ? name : "", range });
  }
  return froms;
}
