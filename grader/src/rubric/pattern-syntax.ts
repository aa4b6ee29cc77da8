/** One part of a pattern. */
export type Node =
  | { readonly kind: "char"; readonly accepts: (char: string) => boolean }
  | {
      readonly kind: "assert";
      readonly holds: (before: string | undefined, after: string | undefined) => boolean;
    }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Node[] }
  | { readonly kind: "repeat"; readonly part: Node; readonly min: number; readonly max: number | undefined };

const isWord = (char: string | undefined): boolean => char !== undefined && /^\w$/.test(char);

const classes: Readonly<Record<string, (char: string) => boolean>> = {
  d: (char) => char >= "0" && char <= "9",
  w: isWord,
  s: (char) => /^\s$/.test(char),
  D: (char) => !(char >= "0" && char <= "9"),
  W: (char) => !isWord(char),
  S: (char) => !/^\s$/.test(char),
};
const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", f: "\f", v: "\v", "0": "\0" };

class Refusal extends Error {}

/** Reads the common part of JavaScript's and RE2's syntax: `. [] () (?:) | * + ? {m,n} ^ $ \d \w \s \b`, and `(?m)`, `(?i)` in front. */
export function parsePattern(source: string): Node | string {
  let at = 0;
  let rest = source;
  let multiline = false;
  let fold = false;
  const modes = /^\(\?([im]+)\)/.exec(rest);
  if (modes) {
    multiline = modes[1]?.includes("m") ?? false;
    fold = modes[1]?.includes("i") ?? false;
    rest = rest.slice(modes[0].length);
  }
  const literal = (char: string): Node => ({
    kind: "char",
    accepts: fold ? (c) => c.toLowerCase() === char.toLowerCase() : (c) => c === char,
  });

  function choice(depth: number): Node {
    if (depth > 50) throw new Refusal("groups are nested too deep");
    const parts: Node[] = [sequence(depth)];
    while (rest[at] === "|") {
      at++;
      parts.push(sequence(depth));
    }
    return { kind: "choice", parts };
  }
  function sequence(depth: number): Node {
    const parts: Node[] = [];
    while (at < rest.length && rest[at] !== "|" && rest[at] !== ")") parts.push(repeated(depth));
    return { kind: "sequence", parts };
  }
  function repeated(depth: number): Node {
    const part = atom(depth);
    const counted = /^(?:[*+?]|\{(\d{1,3})(,(\d{0,3}))?\})/.exec(rest.slice(at, at + 12));
    if (!counted) return part;
    at += counted[0].length;
    if (rest[at] === "?") at++;
    if (/^[*+?]/.test(rest.slice(at, at + 1))) throw new Refusal("nothing to repeat");
    const sign = counted[0];
    if (sign === "*") return { kind: "repeat", part, min: 0, max: undefined };
    if (sign === "+") return { kind: "repeat", part, min: 1, max: undefined };
    if (sign === "?") return { kind: "repeat", part, min: 0, max: 1 };
    const min = Number(counted[1]);
    const max = counted[2] === undefined ? min : counted[3] ? Number(counted[3]) : undefined;
    if (max !== undefined && max < min) throw new Refusal("a range of counts is the wrong way round");
    return { kind: "repeat", part, min, max };
  }
  function atom(depth: number): Node {
    const char = rest[at++] ?? "";
    if (char === ".") return { kind: "char", accepts: (c) => c !== "\n" };
    if (char === "[") return set();
    if (char === "\\") return escape();
    if (char === "^")
      return { kind: "assert", holds: (before) => before === undefined || (multiline && before === "\n") };
    if (char === "$")
      return { kind: "assert", holds: (_, after) => after === undefined || (multiline && after === "\n") };
    if (char === "*" || char === "+" || char === "?") throw new Refusal("nothing to repeat");
    if (char !== "(") return literal(char);
    if (rest[at] === "?") {
      if (rest[at + 1] !== ":") throw new Refusal("look-around and named groups are not supported");
      at += 2;
    }
    const inner = choice(depth + 1);
    if (rest[at++] !== ")") throw new Refusal("a group is not closed");
    return inner;
  }
  function escape(): Node {
    const char = rest[at++];
    if (char === undefined) throw new Refusal("a backslash at the end");
    const accepts = classes[char];
    if (accepts) return { kind: "char", accepts };
    if (char === "b") return { kind: "assert", holds: (before, after) => isWord(before) !== isWord(after) };
    if (char === "B") return { kind: "assert", holds: (before, after) => isWord(before) === isWord(after) };
    const named = escapes[char];
    if (named !== undefined) return literal(named);
    if (/[A-Za-z1-9]/.test(char)) throw new Refusal(`\\${char} is not supported`);
    return literal(char);
  }
  function set(): Node {
    const negated = rest[at] === "^";
    if (negated) at++;
    const accepts: ((char: string) => boolean)[] = [];
    for (let first = true; first || rest[at] !== "]"; first = false) {
      const char = rest[at++];
      if (char === undefined) throw new Refusal("a set is not closed");
      let from = char;
      if (char === "\\") {
        const escaped = rest[at++] ?? "";
        const known = classes[escaped];
        if (known) {
          accepts.push(known);
          continue;
        }
        from = escapes[escaped] ?? escaped;
      }
      let to = from;
      if (rest[at] === "-" && rest[at + 1] !== "]" && at + 1 < rest.length) {
        at++;
        to = rest[at++] ?? "";
        if (to === "\\") to = rest[at++] ?? "";
        if (to < from) throw new Refusal("a range of characters is the wrong way round");
      }
      accepts.push(
        (c) => (c >= from && c <= to) || (fold && c.toLowerCase() >= from && c.toLowerCase() <= to),
      );
    }
    at++;
    return { kind: "char", accepts: (c) => accepts.some((accept) => accept(c)) !== negated };
  }

  try {
    const tree = choice(0);
    return at < rest.length ? "a closing parenthesis has no opening one" : tree;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
