import { textOf } from "./bytes-text.ts";

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/**
 * Text with its backslash sequences read. `echo` and (less strictly) the argument of `%b` want a 0 before octal digits, a printf format does not.
 * `\c` stops everything after it. Of dash alone `\xHH` is not known; a quoted `"` of a format is one in bash and coreutils.
 */
export function unescapeText(
  text: string,
  where: "echo" | "argument" | "format",
  style: "dash" | "ash" | "bash" | "gnu",
): { text: string; stopped: boolean } {
  const hex = style !== "dash";
  let out = "";
  let bytes: number[] = [];
  const flush = (): void => {
    if (bytes.length > 0) out += textOf(Uint8Array.from(bytes));
    bytes = [];
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    const next = text[i + 1];
    if (character !== "\\" || next === undefined) {
      flush();
      out += character;
      continue;
    }
    const octal =
      (where !== "format" ? /^0([0-7]{0,3})/ : /^([0-7]{1,3})/).exec(text.slice(i + 1, i + 5)) ??
      (where === "argument" || (where === "echo" && (style === "dash" || style === "ash"))
        ? /^([0-7]{1,3})/.exec(text.slice(i + 1, i + 4))
        : null);
    const digits = hex && next === "x" ? /^x([0-9a-fA-F]{1,2})/.exec(text.slice(i + 1, i + 4)) : null;
    const unicode =
      style === "bash" || style === "gnu"
        ? /^(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/.exec(text.slice(i + 1, i + 10))
        : null;
    const code = Number.parseInt(unicode?.[1] ?? unicode?.[2] ?? "", 16);
    if (code < 0x80) bytes.push(code);
    else if (octal) bytes.push(Number.parseInt(octal[1] || "0", 8) & 0xff);
    else if (digits) bytes.push(Number.parseInt(digits[1] ?? "0", 16));
    else {
      flush();
      if (next === "c" && where !== "format") return { text: out, stopped: true };
      out +=
        SIMPLE[next] ??
        (where === "format" && next === '"' && (style === "bash" || style === "gnu") ? '"' : `\\${next}`);
    }
    i += (octal ?? digits ?? (code < 0x80 ? unicode : null))?.[0].length ?? 1;
  }
  flush();
  return { text: out, stopped: false };
}
