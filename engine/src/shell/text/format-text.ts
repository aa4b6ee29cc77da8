import { EngineError, notSimulated } from "../../core/engine-error.ts";
import { bytesOf, textOf } from "./bytes-text.ts";
import { formatTime } from "../time/civil-time.ts";
import { unescapeText } from "./unescape-text.ts";
import { exponentDigits, fixedDigits } from "./decimal-digits.ts";

/** Whose printf: the three shells' own, or the programs of coreutils. */
export type PrintfStyle = "dash" | "ash" | "bash" | "gnu";

const MAX_WIDTH = 10_000;
const NUMBERS = "diouxXeEfFgGaA";
const DIRECTIVE = /%([-+ #0]*)(\*|\d+)?(?:\.(\*|-?\d+)?)?([hlLjzt]*)([^])?/y;

const DATE = /^%(\d+)?\(([^)]*)\)T/;

const NUMBER = /^\s*[-+]?(?:0[xX][0-9a-fA-F]+|\d+)/;
const FLOAT = /^\s*[-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|inf(?:inity)?|nan)/i;

interface Run {
  readonly style: PrintfStyle;
  readonly complain: (words: string) => void;
  status: number;
}

function notNumber(run: Run, word: string, part: boolean): void {
  run.status = 1;
  if (run.style === "ash") return run.complain(`invalid number '${word.trimStart()}'`);
  if (run.style === "gnu")
    return run.complain(
      `\u2018${word}\u2019: ${part ? "value not completely converted" : "expected a numeric value"}`.replaceAll(
        /[\u2018\u2019]/g,
        "'",
      ),
    );
  if (run.style === "bash") return run.complain(`${word}: invalid number`);
  run.complain(`${word}: ${part ? "not completely converted" : "expected numeric value"}`);
}

/** The byte that stands after a quote: where no locale is set, as in an image, characters are bytes. */
const codeOf = (word: string): number => bytesOf(word)[1] ?? 0;

function outOfRange(run: Run, word: string): void {
  const words = `${word}: Numerical result out of range`;
  if (run.style !== "bash") run.status = 1;
  if (run.style === "ash") run.complain(`invalid number '${word}'`);
  else if (run.style === "gnu") run.complain(`'${word}': Numerical result out of range`);
  else run.complain(run.style === "bash" ? `warning: ${words}` : words);
}

function integerOf(run: Run, word: string | undefined, signed: boolean): bigint {
  const { style } = run;
  if (word === undefined || word === "") {
    if (style === "ash") notNumber(run, "", false);
    return 0n;
  }
  if (word.startsWith("'") || word.startsWith('"')) return BigInt(codeOf(word));
  const match = NUMBER.exec(word)?.[0];
  if (match === undefined) {
    notNumber(run, word, false);
    return 0n;
  }
  const digits = match.trim().replace(/^[-+]/, "");
  const octal = /^0[0-7]+/.exec(digits)?.[0];
  const part = match !== word || (/^0\d/.test(digits) && octal !== digits);
  if (part && style === "bash" && /^\s*[-+]?0([xX]$|\d)/.test(word)) {
    run.status = 1;
    run.complain(`${word}: invalid ${/[xX]$/.test(word) ? "hex" : "octal"} number`);
  } else if (part) notNumber(run, word, true);
  if (part && style === "ash") return 0n;
  const size = BigInt(octal === undefined ? (/^0\d/.test(digits) ? "0" : digits) : `0o${octal.slice(1)}`);
  const value = match.trim().startsWith("-") ? -size : size;
  const most = signed ? (1n << 63n) - 1n : (1n << 64n) - 1n;
  const least = signed ? -(1n << 63n) : -most;
  if (value >= least && value <= most) return value;
  outOfRange(run, word);
  return style === "ash" ? 0n : value > 0n || !signed ? most : least;
}

function floatOf(run: Run, word: string | undefined): number {
  if (word === undefined || word === "") return 0;
  if (word.startsWith("'") || word.startsWith('"')) return codeOf(word);
  const match = FLOAT.exec(word)?.[0];
  if (match !== word) notNumber(run, word, match !== undefined);
  if (match === undefined || (run.style === "ash" && match !== word)) return 0;
  const value = /0[xX]/.test(match)
    ? Number(match.trim().replace(/^[-+]/, "")) * (match.trim().startsWith("-") ? -1 : 1)
    : /inf/i.test(match)
      ? (match.trim().startsWith("-") ? -1 : 1) * Number.POSITIVE_INFINITY
      : Number(match);
  if (!Number.isFinite(value) && !/inf|nan/i.test(match) && run.style !== "bash") outOfRange(run, word);
  return value;
}

/** The first bytes of a text: printf counts bytes, not characters. */
const cut = (text: string, most: number): string => textOf(bytesOf(text).subarray(0, most));

function pad(text: string, flags: string, width: number, numeric: boolean): string {
  const { length } = bytesOf(text);
  if (length >= width) return text;
  const fill = width - length;
  if (flags.includes("-")) return text + " ".repeat(fill);
  if (!numeric || !flags.includes("0")) return " ".repeat(fill) + text;
  const sign = /^[-+ ]?(0[xX])?/.exec(text)?.[0] ?? "";
  return sign + "0".repeat(fill) + text.slice(sign.length);
}

function integerText(value: bigint, kind: string, flags: string, precision: number | undefined): string {
  const signed = kind === "d" || kind === "i";
  const number = signed ? value : BigInt.asUintN(64, value);
  const base = kind === "o" ? 8 : kind === "x" || kind === "X" ? 16 : 10;
  let digits = (number < 0n ? -number : number).toString(base);
  if (kind === "X") digits = digits.toUpperCase();
  if (precision !== undefined) digits = digits.padStart(precision, "0");
  const prefix =
    flags.includes("#") && value !== 0n ? (base === 16 ? `0${kind}` : base === 8 ? "0" : "") : "";
  return (
    (number < 0n ? "-" : !signed ? "" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "") +
    prefix +
    digits
  );
}

function floatText(value: number, kind: string, flags: string, precision: number): string {
  const lower = kind.toLowerCase();
  const sign =
    value < 0 || Object.is(value, -0) ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const keeps = flags.includes("#");
  const plain = magnitude(value, lower, keeps, precision);
  /* With a sharp sign there is always a point. */
  const text = sign + (keeps && /^\d+(?:e|$)/.test(plain) ? plain.replace(/^\d+/, "$&.") : plain);
  return kind === lower ? text : text.toUpperCase();
}

/** A number without its sign: `%f`, `%e` or `%g`. */
function magnitude(value: number, kind: string, keepsZeros: boolean, precision: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : "inf";
  if (kind === "f") return fixedDigits(value, precision);
  if (kind === "e") return exponentText(value, precision);
  const digits = Math.max(precision, 1);
  const { power } = exponentDigits(value, digits - 1);
  const text =
    power < -4 || power >= digits
      ? exponentText(value, digits - 1)
      : fixedDigits(value, Math.max(0, digits - 1 - power));
  return keepsZeros ? text : text.replace(/(\.\d*?)0+(?=e|$)/, "$1").replace(/\.(?=e|$)/, "");
}

function exponentText(value: number, precision: number): string {
  const { digits, power } = exponentDigits(value, precision);
  const shown = precision === 0 ? digits : `${digits.slice(0, 1)}.${digits.slice(1)}`;
  return `${shown}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** A word of `%q`: bash puts a backslash before each character that needs it, GNU's printf quotes the whole. */
function quotedFor(style: string, word: string): string {
  if (style === "bash" && word !== "" && !/\p{Cc}/u.test(word))
    return word.replaceAll(/[^\w./:=@%+\-\u0080-\u{10ffff}]/gu, "\\$&");
  if (word.includes("'") && !/["$`\\!\p{Cc}]/u.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", "'\\''")}'`.replace(/^'([\w./:=@%+,-]+)'$/, "$1");
}

/** `printf FORMAT [ARGUMENT]…`: the format is used again while arguments are left. */
export function formatText(
  format: string,
  args: readonly string[],
  style: PrintfStyle,
  complain: (words: string) => void,
  /** Seconds since 1970: what `%(…)T` of bash shows without an argument. */
  now = 0,
): { text: string; status: number } {
  const run: Run = { style, complain, status: 0 };
  let out = "";
  let at = 0;
  do {
    const before = at;
    let i = 0;
    while (i < format.length) {
      const percent = format.indexOf("%", i);
      const plain = format.slice(i, percent < 0 ? undefined : percent);
      if (plain !== "") {
        const stop = /(?:^|[^\\])(?:\\\\)*\\c/.exec(plain);
        if (stop && (style === "ash" || style === "gnu"))
          return {
            text: out + unescapeText(plain.slice(0, stop.index + stop[0].length - 2), "format", style).text,
            status: run.status,
          };
        out += plain.includes("\\") ? unescapeText(plain, "format", style).text : plain;
      }
      if (percent < 0) break;
      const date = style === "bash" ? DATE.exec(format.slice(percent)) : null;
      if (date) {
        const seconds = Number(integerOf(run, args[at++] ?? "-1", true));
        out += pad(formatTime(date[2] || "%X", seconds < 0 ? now : seconds), "", Number(date[1] ?? 0), false);
        i = percent + date[0].length;
        continue;
      }
      DIRECTIVE.lastIndex = percent;
      const match = DIRECTIVE.exec(format);
      if (!match) break;
      i = DIRECTIVE.lastIndex;
      const ends = match[5] === undefined;
      let [whole, flags = "", widthWord, precisionWord, modifiers = "", kind] = match;
      if (modifiers !== "" && (style === "dash" || kind === undefined)) {
        // dash knows no modifiers, so its directive ends with the first; busybox takes them out of its message.
        const before = whole.indexOf(modifiers);
        kind = modifiers[0];
        whole = style === "ash" ? whole.slice(0, before) : whole.slice(0, before + 1);
      }
      if (whole === "%%") {
        out += "%";
        continue;
      }
      const allowed = style === "dash" || style === "ash" ? "diouxXcsbfFeEgG" : "diouxXcsbqfFeEgG";
      if (
        kind === undefined ||
        !allowed.includes(kind) ||
        (modifiers !== "" && style === "dash") ||
        (kind === "b" && style === "ash" && whole !== "%b")
      ) {
        const missing = kind === undefined || (style === "bash" && ends);
        const words = {
          ash: `${whole === "%" ? whole : ends && modifiers !== "" ? whole : format.slice(percent).replace(modifiers, "")}: invalid format`,
          gnu: `${whole}: invalid conversion specification`,
          bash: missing ? `\`${whole}': missing format character` : `\`${kind}': invalid format character`,
          dash: missing ? "missing format character" : `${whole}: invalid directive`,
        };
        if (
          kind !== undefined &&
          "aAnT(".includes(kind) &&
          style !== "ash" &&
          !(style === "dash" && kind !== "a")
        )
          throw notSimulated(`%${kind} of printf`, "it would be formatted");
        complain(words[style]);
        return { text: out, status: style === "dash" ? 2 : 1 };
      }
      let width =
        widthWord === "*" ? Number(integerOf(run, args[at++] ?? "0", true)) : Number(widthWord ?? 0);
      if (width < 0) {
        flags += "-";
        width = -width;
      }
      if (width > MAX_WIDTH) throw new EngineError("LIMIT", { what: "width of printf", limit: MAX_WIDTH });
      const dotted = whole.includes(".");
      const given =
        precisionWord === "*"
          ? Number(integerOf(run, args[at++] ?? "0", true))
          : dotted
            ? Number(precisionWord ?? 0)
            : undefined;
      /* One below zero is none. */
      const precision = given !== undefined && given < 0 ? undefined : given;
      if (precision !== undefined && precision > MAX_WIDTH && NUMBERS.includes(kind ?? ""))
        throw new EngineError("LIMIT", { what: "precision of printf", limit: MAX_WIDTH });
      const word = args[at];
      at++;
      if (kind === "s" || kind === "q") {
        const text = kind === "q" ? quotedFor(style, word ?? "") : (word ?? "");
        out += pad(precision === undefined ? text : cut(text, precision), flags, width, false);
      } else if (kind === "b") {
        const read = unescapeText(word ?? "", "argument", style);
        out += pad(read.text, flags, width, false);
        if (read.stopped) return { text: out, status: run.status };
      } else if (kind === "c") out += pad(cut(word || "\0", 1), flags, width, false);
      else if ("diouxX".includes(kind)) {
        out += pad(
          integerText(integerOf(run, word, kind === "d" || kind === "i"), kind, flags, precision),
          precision === undefined ? flags : flags.replace("0", ""),
          width,
          true,
        );
      } else {
        out += pad(floatText(floatOf(run, word), kind, flags, precision ?? 6), flags, width, true);
      }
    }
    if (at === before) break;
  } while (at < args.length);
  return { text: out, status: run.status };
}
