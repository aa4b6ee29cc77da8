import { bytesOf, textOf } from "../bytes-text.ts";
import { inputFiles } from "../input-files.ts";
import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function encoded(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const left = bytes.length - i;
    out +=
      (LETTERS[a >> 2] ?? "") +
      (LETTERS[((a & 3) << 4) | (b >> 4)] ?? "") +
      (left > 1 ? LETTERS[((b & 15) << 2) | (c >> 6)] : "=") +
      (left > 2 ? LETTERS[c & 63] : "=");
  }
  return out;
}

/** @returns undefined where the text is not base64 */
function decoded(text: string): Uint8Array | undefined {
  const clean = text.replaceAll(/\s/g, "").replace(/={1,2}$/, "");
  if (/[^A-Za-z0-9+/]/.test(clean) || clean.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of clean) {
    held = ((held << 6) | LETTERS.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits >= 8) bytes[at++] = (held >> (bits -= 8)) & 0xff;
  }
  return bytes;
}

export const base64: Program = tool(
  "base64",
  { flags: "di", values: "w", long: { decode: "d", wrap: "w", "ignore-garbage": "i" } },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(process, flavour, options.operands.slice(0, 1));
    const text = files[0]?.text ?? "";
    if (failed) return 1;
    if (options.has("d")) {
      const bytes = decoded(options.has("i") ? text.replaceAll(/[^A-Za-z0-9+/=]/g, "") : text);
      if (!bytes) return complain(process, flavour, flavour === "gnu" ? "invalid input" : "truncated input");
      process.stdout.write(textOf(bytes));
      return 0;
    }
    const width = Number(options.value("w") ?? 76);
    const whole = encoded(bytesOf(text));
    process.stdout.write(
      width === 0 ? whole : whole.replaceAll(new RegExp(`.{1,${Math.min(width, 10_000)}}`, "g"), "$&\n"),
    );
    return 0;
  },
);
