import type { Flavour } from "../process.ts";
export interface AwkToken {
  readonly kind: "number" | "string" | "regex" | "name" | "call" | "operator" | "newline" | "end";
  readonly text: string;
}

/** A program that awk refuses. */
export class AwkProblem {
  readonly message: string;
  /** It ran when it went wrong. */
  readonly isRunning: boolean;
  constructor(message: string, isRunning = false) {
    this.message = message;
    this.isRunning = isRunning;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  '"': '"',
  "/": "/",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
};

export const unescapeAwk = (text: string): string =>
  text.replaceAll(/\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|[\s\S])/g, (whole, code: string) => {
    if (/^x./.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? whole);
  });

const OPERATORS = /(\*\*=|\*\*|\+\+|--|&&|\|\||[-+*/%^=!<>]=|>>|!~|[-+*/%^=!<>~?:,;(){}[\]$|])/y;

/** Cuts an awk program into tokens. A slash begins a regular expression where no operand stands before it. */
export function tokensOf(source: string, flavour: Flavour): AwkToken[] {
  const tokens: AwkToken[] = [];
  let at = 0;
  const operandBefore = (): boolean => {
    const last = tokens.at(-1);
    if (!last) return false;
    if (last.kind === "operator")
      return (
        last.text === ")" ||
        last.text === "]" ||
        last.text === "$" ||
        last.text === "++" ||
        last.text === "--"
      );
    return (
      last.kind === "number" ||
      last.kind === "string" ||
      (last.kind === "name" && !/^(print|printf|return|in|getline|exit)$/.test(last.text))
    );
  };
  while (at < source.length) {
    const rest = source.slice(at, at + 400);
    const blank = /^(?:[ \t\r]+|\\\n|#[^\n]*)/.exec(rest)?.[0];
    if (blank !== undefined) {
      at += blank.startsWith("#") ? (/^#[^\n]*/.exec(source.slice(at))?.[0].length ?? 1) : blank.length;
      continue;
    }
    const character = source[at] ?? "";
    if (character === "\n") {
      tokens.push({ kind: "newline", text: "\n" });
      at++;
      continue;
    }
    if (character === '"' || (character === "/" && !operandBefore())) {
      let end = at + 1;
      let bracket = false;
      for (; source[end] !== character || (bracket && character === "/"); end++) {
        if (end >= source.length || source[end] === "\n")
          throw new AwkProblem(character === '"' ? "unterminated string" : "unterminated regexp");
        if (source[end] === "[" && !bracket) bracket = true;
        else if (source[end] === "]") bracket = false;
        if (source[end] === "\\") end++;
      }
      const body = source.slice(at + 1, end);
      tokens.push(
        character === '"'
          ? { kind: "string", text: unescapeAwk(flavour === "gnu" ? body.replaceAll("\\/", "\\\\/") : body) }
          : { kind: "regex", text: body.replaceAll("\\/", "/") },
      );
      at = end + 1;
      continue;
    }
    const written = flavour === "gnu" ? undefined : /^0(?:[xX][0-9a-fA-F]+|[0-7]+(?![\d.]))/.exec(rest)?.[0];
    const number = written ?? /^(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/.exec(rest)?.[0];
    const name = /^[A-Za-z_]\w*/.exec(rest)?.[0];
    OPERATORS.lastIndex = at;
    const operator = OPERATORS.exec(source)?.[0];
    // busybox reads them as C does.
    if (written !== undefined)
      tokens.push({ kind: "number", text: String(Number(written.replace(/^0(?=[0-7])/, "0o"))) });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined)
      tokens.push({ kind: source[at + name.length] === "(" ? "call" : "name", text: name });
    else if (operator !== undefined) tokens.push({ kind: "operator", text: operator });
    else throw new AwkProblem(`syntax error near ${character}`);
    at += (number ?? name ?? operator ?? " ").length;
  }
  tokens.push({ kind: "end", text: "" });
  return tokens;
}

export const ASSIGN: ReadonlySet<string> = new Set(["=", "+=", "-=", "*=", "/=", "%=", "^=", "**="]);
export const COMPARE: ReadonlySet<string> = new Set(["<", "<=", "==", "!=", ">", ">="]);
/** Words that are no names. */
export const RESERVED: RegExp =
  /^(BEGIN|END|if|else|while|for|do|in|function|func|print|printf|next|nextfile|exit|return|break|continue|delete)$/;
