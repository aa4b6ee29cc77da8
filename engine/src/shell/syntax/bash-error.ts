import { notSimulated } from "../../core/engine-error.ts";

/** A syntax error as bash words it. */
interface BashError {
  readonly message: string;
  readonly line: number;
  /** The line that it could not read; bash shows it where it knows the word that was wrong. */
  readonly shown?: string;
}

/** What a parser found, and where in the text. */
interface Found {
  readonly message: string;
  readonly pos: number;
}

/** What closes the things that a parser calls unterminated. */
const CLOSING: readonly (readonly [RegExp, string])[] = [
  [/double quote/, '"'],
  [/single quote/, "'"],
  [/parameter/, "}"],
  [/backtick/, "`"],
  [/./, ")"],
];

const lineOf = (text: string, at: number): number => text.slice(0, at).split("\n").length;

/** The word or the operator that bash reads at a place; undefined at the end of the text. */
function tokenAt(text: string, at: number): string | undefined {
  const rest = text.slice(at).replace(/^[ \t]+/, "");
  if (/^\n*$/.test(rest)) return undefined;
  return (
    /^(?:;;&?|;&|&&|\|\||\|&|<<-?|>>|[;&|()<>])/.exec(rest)?.[0] ??
    /^[^\s;&|()<>]+/.exec(rest)?.[0] ??
    "newline"
  );
}

/** What bash says of the first thing that a parser of bash found wrong. */
export function bashError(text: string, { message, pos }: Found): BashError {
  if (/\[\[|unary test|arithmetic expressions/.test(message))
    throw notSimulated("a wrong [[ … ]] or for ((…))", "bash would refuse it in its own words");
  const near = (token: string, at: number): BashError => ({
    message: `syntax error near unexpected token \`${token}'`,
    line: lineOf(text, at),
    shown: text.slice(text.lastIndexOf("\n", at - 1) + 1).split("\n", 1)[0] ?? "",
  });
  const last = lineOf(text, text.replace(/\n$/, "").length);
  if (message.startsWith("unterminated")) {
    const closing = CLOSING.find(([kind]) => kind.test(message))?.[1] ?? ")";
    const line = message.includes("command substitution") ? last + 1 : lineOf(text, pos);
    return { message: `unexpected EOF while looking for matching \`${closing}'`, line };
  }
  const named = /^unexpected (?:token )?'([^']+)'/.exec(message)?.[1];
  if (named !== undefined) return near(named, pos);
  const before = text.slice(0, pos);
  // The parser has read past the word that closes too early.
  const early = /(?:^|[;&|\n])\s*(fi|done|esac|then|do|else|elif|\})$/.exec(before)?.[1];
  if (early !== undefined && /'(?:then|do)'/.test(message)) return near(early, pos - early.length);
  if (/(?:^|[;&|\s])for$/.test(before)) return near("newline", pos);
  const at = /in (?:brace group|subshell)/.test(message) ? pos + 1 : pos;
  const token = tokenAt(text, at);
  return token === undefined
    ? { message: "syntax error: unexpected end of file", line: last + 1 }
    : near(token, at);
}
