/** A lesson.mdx as its parts are looked for in it. */
export interface Prose {
  readonly file: string;
  readonly text: string;
  /** `---` to `---` with what is between, at the very beginning; "" where there is none. */
  readonly head: string;
  /** The text with head, code, comments and escaped characters blanked: prose and tags alone, every offset as in `text`. */
  readonly plain: string;
  /** `path:line:column` of an offset. */
  at(offset: number): string;
}

/** One problem and where it is, so that all can be told in order. */
export interface ProseProblem {
  readonly offset: number;
  readonly message: string;
}

const HEAD = /^---\r?\n[^]*?\r?\n---(?=\r?\n|$)/;
/** A fence and all up to its end, which is another fence as long or the end of the text. */
const FENCE = /^[ \t]*(`{3,}|~{3,})[^\n]*\n(?:[^]*?^[ \t]*\1[`~]*[ \t]*$|[^]*)/gm;
const ESCAPED = /\\[!-/:-@[-`{-~]/g;
/** As many backquotes at the end as at the beginning, and no empty line between. */
const CODE = /(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\s*\n)){0,2000}?(?<!`)\1(?!`)/g;
const COMMENT = /\{\s*\/\*[^]*?\*\/\s*\}/g;
/** A text that is taken as it is written: `{"docker ps --format '{{.ID}}'"}`. */
const STRING = /\{"(?:[^"\\\n]|\\.)*"\}/g;

const blanked = (found: string): string => found.replaceAll(/[^\n]/g, " ");

export function readProse(file: string, text: string): Prose {
  const [head = ""] = HEAD.exec(text) ?? [];
  const plain = [FENCE, ESCAPED, CODE, COMMENT, STRING].reduce(
    (left, pattern) => left.replaceAll(pattern, blanked),
    blanked(head) + text.slice(head.length),
  );
  return {
    file,
    text,
    head,
    plain,
    at(offset) {
      const before = text.slice(0, offset).split("\n");
      return `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
    },
  };
}
