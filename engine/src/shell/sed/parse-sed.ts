import { notSimulated } from "../../core/engine-error.ts";
import { textOf } from "../text/bytes-text.ts";
import { regex, type Regex, RegexProblem } from "../regex/regex.ts";

export type Address =
  | { readonly kind: "line"; readonly line: number }
  | { readonly kind: "last" }
  | { readonly kind: "step"; readonly first: number; readonly step: number }
  | { readonly kind: "more"; readonly lines: number }
  | { readonly kind: "pattern"; readonly regex: Regex | undefined };

export interface SedCommand {
  readonly from?: Address;
  readonly to?: Address;
  readonly negated: boolean;
  readonly name: string;
  /** Text of a, i, c; label; file name. */
  readonly text: string;
  readonly regex?: Regex | undefined;
  readonly replacement?: readonly (string | number)[];
  readonly flags?: {
    readonly global: boolean;
    readonly print: boolean;
    readonly nth: number;
    readonly file?: string;
  };
  readonly map?: ReadonlyMap<string, string>;
  /** Index of the command after the matching `}`. */
  jump?: number;
}

/** A script that sed refuses: `char 3: unknown command: ...`. */
export class SedProblem {
  /** Where in the script it came up; undefined for what it does not tell a place of. */
  readonly at: number | undefined;
  readonly message: string;
  /** It counts no characters there. */
  readonly zero: boolean;
  constructor(at: number | undefined, message: string, zero = false) {
    this.at = at;
    this.message = message;
    this.zero = zero;
  }
}

/** Options of `s` that may stand once. */
function repeated(letters: string): string | undefined {
  if (/(?<!\d)0/.test(letters)) return "number option to `s' command may not be zero";
  if (/\d\D+\d/.test(letters)) return "multiple number options to `s' command";
  const twice = /([gp]).*\1/.exec(letters)?.[1];
  return twice === undefined ? undefined : `multiple \`${twice}' options to \`s' command`;
}

const CONTROLS: Readonly<Record<string, string>> = {
  a: "\u0007",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const BASES: Readonly<Record<string, number>> = { x: 16, o: 8, d: 10 };

/** GNU's `\x41`, `\o101` and `\d65`. */
const codeOf = (code: string): string =>
  textOf(Uint8Array.of(Number.parseInt(code.slice(1), BASES[code[0] ?? ""])));

/** Reads a sed script (POSIX `sed`, with GNU's one-line `a text`, `I`, `0~3`, `+2`); busybox lacks some of GNU's and has words of its own. */
export function parseSed(script: string, extended: boolean, busybox = false): SedCommand[] {
  const commands: SedCommand[] = [];
  const open: number[] = [];
  /** Where the braces stand that are open. */
  const opened: number[] = [];
  let at = 0;
  const fail = (message: string): never => {
    throw new SedProblem(at, message);
  };
  const blanks = (): void => {
    while (/[ \t]/.test(script[at] ?? "")) at++;
  };
  const compile = (pattern: string, ignoreCase: boolean): Regex | undefined => {
    if (pattern === "") return undefined;
    try {
      return regex(pattern, { extended, ignoreCase });
    } catch (problem) {
      if (!(problem instanceof RegexProblem)) throw problem;
      if (busybox) return fail(`bad regex '${pattern}': ${problem.message}`);
      return fail(problem.message === "unterminated [" ? "unterminated address regex" : problem.message);
    }
  };
  /** Up to the next unquoted delimiter; brackets may hold it. */
  const delimited = (delimiter: string, isPattern: boolean, unterminated: string): string => {
    let out = "";
    let bracket = false;
    for (; at < script.length; at++) {
      const character = script[at] ?? "";
      if (character === "\\" && at + 1 < script.length) {
        const next = script[++at] ?? "";
        out +=
          next === delimiter && !(isPattern && /[|(){}+?.*^$[\]]/.test(next) && extended)
            ? next
            : next === "n" && isPattern
              ? "\n"
              : `\\${next}`;
        continue;
      }
      if (isPattern && character === "\n") break;
      if (isPattern && character === "[") {
        const end = /^\[\^?\]?(?:\[[:.=][^\]]*[:.=]\]|[^\]])*\]/.exec(script.slice(at))?.[0];
        // A bracket that is never closed takes all of the rest, delimiters too.
        if (end === undefined && !script.slice(at).includes("\n")) {
          at = script.length;
          break;
        }
        if (end !== undefined && !bracket) {
          out += end;
          at += end.length - 1;
          continue;
        }
      }
      bracket = false;
      if (character === delimiter) {
        at++;
        return out;
      }
      out += character;
    }
    return fail(busybox ? `unmatched '${delimiter}'` : unterminated);
  };
  const address = (): Address | undefined => {
    const character = script[at] ?? "";
    const step = /^(\d+)~(\d+)/.exec(script.slice(at));
    if (step && !busybox) {
      at += step[0].length;
      return { kind: "step", first: Number(step[1]), step: Number(step[2]) };
    }
    const number = /^\d+/.exec(script.slice(at))?.[0];
    if (number !== undefined) {
      at += number.length;
      // A line 0, which no text has, means something to GNU's only.
      return { kind: "line", line: busybox && Number(number) === 0 ? -1 : Number(number) };
    }
    if (character === "$") {
      at++;
      return { kind: "last" };
    }
    if (character !== "/" && character !== "\\") return undefined;
    if (character === "\\") at++;
    const delimiter = script[at++] ?? "";
    const pattern = delimited(delimiter, true, "unterminated address regex");
    const ignoreCase = script[at] === "I" && !busybox;
    if (ignoreCase) at++;
    return { kind: "pattern", regex: compile(pattern, ignoreCase) };
  };
  const replacementOf = (text: string): (string | number)[] => {
    const parts: (string | number)[] = [];
    let literal = "";
    for (let i = 0; i < text.length; i++) {
      const character = text[i] ?? "";
      const next = text[i + 1] ?? "";
      if (character === "&" || (character === "\\" && /\d/.test(next))) {
        if (literal !== "") parts.push(literal);
        literal = "";
        parts.push(character === "&" ? 0 : Number(next));
        if (character === "\\") i++;
      } else if (character === "\\" && !busybox && /[UuLlE]/.test(next)) {
        if (literal !== "") parts.push(literal);
        literal = "";
        parts.push(`\0${next}`);
        i++;
      } else if (character === "\\") {
        const code = busybox
          ? undefined
          : /^x[0-9a-fA-F]{1,2}|^o[0-7]{1,3}|^d[0-9]{1,3}/.exec(text.slice(i + 1))?.[0];
        literal += code === undefined ? (CONTROLS[next] ?? next) : codeOf(code);
        i += code?.length ?? 1;
      } else literal += character;
    }
    if (literal !== "") parts.push(literal);
    return parts;
  };
  /** Text of a, i and c: after `\` and a line feed, or what follows on the line. */
  const textBlock = (): string => {
    blanks();
    if (at >= script.length && busybox) return "\n";
    if (at >= script.length) fail("expected \\ after `a', `c' or `i'");
    if (script[at] === "\\") {
      at++;
      if (at >= script.length) return busybox ? "\n" : "";
      const rest = /^[ \t]*\n/.exec(script.slice(at))?.[0];
      if (rest !== undefined) at += rest.length;
    }
    let out = "";
    for (; at < script.length && script[at] !== "\n"; at++) {
      if (script[at] === "\\" && at + 1 < script.length) out += script[++at];
      else out += script[at];
    }
    at++;
    return `${out}\n`;
  };
  const word = (): string => {
    const text = /^[^\n]*/.exec(script.slice(at))?.[0] ?? "";
    at += text.length;
    return text.trim();
  };
  const fileName = (): string =>
    word() || fail(busybox ? "empty filename" : "missing filename in r/R/w/W commands");
  while (at < script.length) {
    while (/[\s;]/.test(script[at] ?? "") && at < script.length) at++;
    if (at >= script.length) break;
    if (script[at] === "#") {
      word();
      continue;
    }
    const from = address();
    if (!from && !busybox && /^[+~]/.test(script.slice(at))) {
      at += 2;
      fail("invalid usage of +N or ~N as first address");
    }
    blanks();
    let to: Address | undefined;
    if (from && script[at] === ",") {
      at++;
      blanks();
      const more = /^[+~](\d+)/.exec(script.slice(at));
      if (more) {
        at += more[0].length;
        to = { kind: "more", lines: Number(more[1]) };
      } else {
        to = address();
        if (!to && busybox) fail("no address after comma");
        at += to ? 0 : 1;
        if (!to) fail("unexpected `,'");
      }
    }
    blanks();
    let negated = false;
    while (script[at] === "!") {
      if (negated) {
        at++;
        fail(busybox ? "unsupported command !" : "multiple `!'s");
      }
      negated = true;
      at++;
      blanks();
    }
    const name = script[at++] ?? fail("missing command");
    const base = { ...(from ? { from } : {}), ...(to ? { to } : {}), negated, name, text: "" };
    if (name === "}") {
      if (from) fail("} doesn't want any addresses");
      const start = open.pop();
      opened.pop();
      if (start === undefined && !busybox) fail("unexpected `}'");
      const command = commands[start ?? -1];
      if (command) command.jump = commands.length;
    } else if (name === "{") {
      open.push(commands.length);
      opened.push(at);
      commands.push(base);
      continue;
    } else if (name === "s" || name === "y") {
      const delimiter = script[at++] ?? fail(`unterminated \`${name}' command`);
      const pattern = delimited(delimiter, true, `unterminated \`${name}' command`);
      const replacement = delimited(delimiter, false, `unterminated \`${name}' command`);
      if (name === "y") {
        const [a, b] = [pattern, replacement].map((text) => [
          ...text.replaceAll("\\\\", "\\").replaceAll("\\n", "\n"),
        ]);
        if (a?.length !== b?.length && !busybox) fail("strings for `y' command are different lengths");
        commands.push({ ...base, map: new Map(a?.map((character, i) => [character, b?.[i] ?? ""])) });
      } else {
        const letters = (busybox ? /^[gpiI0-9]*/ : /^[gpiImMe0-9]*/).exec(script.slice(at))?.[0] ?? "";
        at += letters.length;
        const wrongly = busybox ? undefined : repeated(letters);
        if (wrongly !== undefined) fail(wrongly);
        if (letters.includes("e"))
          throw notSimulated("the option e of sed's s", "run what the line has become");
        let file: string | undefined;
        if (script[at] === "w") {
          at++;
          file = fileName();
        }
        const nth = Number(/\d+/.exec(letters)?.[0] ?? 1);
        const parts = replacementOf(replacement);
        const compiled = compile(pattern, /[iI]/.test(letters));
        const groups = (pattern.match(extended ? /(?<!\\)\(/g : /\\\(/g) ?? []).length;
        const wrong = parts.find((part) => typeof part === "number" && part > groups && pattern !== "");
        if (wrong !== undefined && !busybox) fail(`invalid reference \\${wrong} on \`s' command's RHS`);
        commands.push({
          ...base,
          regex: compiled,
          replacement: parts,
          flags: {
            global: letters.includes("g"),
            print: letters.includes("p"),
            // busybox takes one of them.
            nth: busybox && letters.includes("g") ? 1 : nth,
            ...(file === undefined ? {} : { file }),
          },
        });
      }
    } else if ("aic".includes(name)) {
      commands.push({ ...base, text: textBlock() });
      continue;
    } else if (":btT".includes(name)) {
      blanks();
      const label = (name === ":" ? /^[^\n;]*/ : /^[^\n;}]*/).exec(script.slice(at))?.[0] ?? "";
      if (name === ":" && label.trim() === "" && !busybox) fail('":" lacks a label');
      at += label.length;
      commands.push({ ...base, text: label.trim() });
    } else if ((busybox ? "rw" : "rRwW").includes(name)) commands.push({ ...base, text: fileName() });
    else if (name === "v" && !busybox) {
      word();
    } else if (name === "e" && !busybox) throw notSimulated("the command e of sed", "run a command");
    else if ((busybox ? "dDgGhHlnNpPqx=" : "dDFgGhHlnNpPqQxz=").includes(name)) {
      blanks();
      const code = "qQl".includes(name) && !busybox ? (/^\d+/.exec(script.slice(at))?.[0] ?? "") : "";
      at += code.length;
      commands.push({ ...base, text: code });
    } else fail(busybox ? `unsupported command ${name}` : `unknown command: \`${name}'`);
    blanks();
    const follows = at < script.length && !/[;\n}#]/.test(script[at] ?? "");
    if (follows && busybox && name === "s") fail("bad option in substitution expression");
    if (follows && !busybox) {
      at++;
      fail(name === "s" ? "unknown option to `s'" : "extra characters after command");
    }
  }
  if (open.length > 0 && !busybox) throw new SedProblem(opened.at(-1), "unmatched `{'", true);
  const known = new Set(commands.filter(({ name }) => name === ":").map(({ text }) => text));
  const lost = commands.find(({ name, text }) => "btT".includes(name) && text !== "" && !known.has(text));
  if (lost) {
    const label = busybox ? `'${lost.text}'` : `\`${lost.text}'`;
    throw new SedProblem(undefined, `can't find label for jump to ${label}`);
  }
  return commands;
}
