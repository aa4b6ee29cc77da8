import { toBase64 } from "../../core/base64.ts";
import { bytesOf, textOf } from "../bytes-text.ts";
import { inputFiles } from "../input-files.ts";
import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes up to where the text is no longer base64, and whether all of it is. */
function decoded(text: string): { readonly bytes: Uint8Array; readonly whole: boolean } {
  const letters = text.replaceAll("\n", "");
  const groups = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?/.exec(letters)?.[0] ?? "";
  const whole = groups.length === letters.length;
  // What is left of a broken group counts as far as it makes bytes.
  const rest = whole ? "" : (/^[A-Za-z0-9+/]{0,3}/.exec(letters.slice(groups.length))?.[0] ?? "");
  const clean = groups.replace(/=+$/, "") + rest;
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of clean) {
    held = ((held << 6) | LETTERS.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits >= 8) bytes[at++] = (held >> (bits -= 8)) & 0xff;
  }
  return { bytes, whole };
}

export const base64: Program = tool(
  "base64",
  { flags: "di", values: "w", long: { decode: "d", wrap: "w", "ignore-garbage": "i" } },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands.slice(0, 1));
    const text = files[0]?.text ?? "";
    if (failed) return 1;
    if (options.has("d")) {
      const { bytes, whole } = decoded(options.has("i") ? text.replaceAll(/[^A-Za-z0-9+/=]/g, "") : text);
      process.stdout.write(textOf(bytes));
      return whole ? 0 : complain(process, flavour, flavour === "gnu" ? "invalid input" : "truncated input");
    }
    const width = Number(options.value("w") ?? 76);
    const whole = toBase64(bytesOf(text));
    process.stdout.write(
      width === 0 ? whole : whole.replaceAll(new RegExp(`.{1,${Math.min(width, 10_000)}}`, "g"), "$&\n"),
    );
    return 0;
  },
);
