import { toBase64 } from "../../core/base64.ts";
import { bytesOf, textOf } from "../text/bytes-text.ts";
import { inputFiles, nameOrReadError, orReadError } from "../text/input-files.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, LETTERS.indexOf(String.fromCharCode(code))),
);

/** The bytes up to where the text is no longer base64, and whether all of it is. */
function decoded(text: string): { readonly bytes: Uint8Array; readonly whole: boolean } {
  const letters = text.replaceAll("\n", "");
  const stop = letters.search(/[^A-Za-z0-9+/]/);
  const good = stop < 0 ? letters.length : stop;
  const full = good - (good % 4);
  const padded = /^(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)/.exec(letters.slice(full, full + 4))?.[0] ?? "";
  const groups = letters.slice(0, full) + padded;
  const whole = groups.length === letters.length;
  // What is left of a broken group counts as far as it makes bytes.
  const rest = whole ? "" : (/^[A-Za-z0-9+/]{0,3}/.exec(letters.slice(groups.length))?.[0] ?? "");
  const clean = groups.replace(/=+$/, "") + rest;
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < clean.length; i++) {
    held = ((held << 6) | (VALUES[clean.charCodeAt(i)] ?? 0)) & 0xffffff;
    bits += 6;
    if (bits >= 8) bytes[at++] = (held >> (bits -= 8)) & 0xff;
  }
  return { bytes, whole };
}

export const base64: Program = tool(
  "base64",
  { flags: "di", values: "w", long: { decode: "d", wrap: "w", "ignore-garbage": "i" } },
  (process, options, flavour) => {
    const [, extra] = options.operands;
    if (extra !== undefined) refuse(process, flavour, `extra operand ‘${extra}’`);
    const wrap = options.value("w") ?? "76";
    if (!/^\d+$/.test(wrap) && flavour === "gnu")
      return complain(process, flavour, `invalid wrap size: ‘${wrap}’`);
    const { files, failed } = inputFiles(
      process,
      flavour,
      options.operands,
      flavour === "gnu" ? orReadError : nameOrReadError,
    );
    const text = files[0]?.text ?? "";
    if (failed) return 1;
    if (options.has("d")) {
      const { bytes, whole } = decoded(options.has("i") ? text.replaceAll(/[^A-Za-z0-9+/=]/g, "") : text);
      process.stdout.write(textOf(bytes));
      return whole ? 0 : complain(process, flavour, flavour === "gnu" ? "invalid input" : "truncated input");
    }
    const width = Number(wrap);
    process.kernel.spend(text.length >> 8);
    const whole = toBase64(bytesOf(text));
    process.stdout.write(
      width === 0 ? whole : whole.replaceAll(new RegExp(`.{1,${Math.min(width, 10_000)}}`, "g"), "$&\n"),
    );
    return 0;
  },
);
