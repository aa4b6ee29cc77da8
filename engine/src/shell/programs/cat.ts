import { bytesOf } from "../text/bytes-text.ts";
import { cantOpen, inputFiles, linesOf, nameAndReason } from "../text/input-files.ts";
import { tool } from "../options/tool.ts";
import type { Program } from "../process.ts";

/** A byte as `-v` shows it: `^A`, `M-C`; tabulators and line feeds stay. */
function shown(byte: number): string {
  if (byte >= 128) return `M-${byte === 137 ? "^I" : byte === 138 ? "^J" : shown(byte - 128)}`;
  if (byte === 127) return "^?";
  return byte < 32 && byte !== 9 && byte !== 10
    ? `^${String.fromCharCode(byte + 64)}`
    : String.fromCharCode(byte);
}

function visible(text: string, ends: boolean, tabs: boolean, others: boolean): string {
  let out = others && /[^\t\n\x20-\x7e]/.test(text) ? Array.from(bytesOf(text), shown).join("") : text;
  if (tabs) out = out.replaceAll("\t", "^I");
  if (ends) out = out.replaceAll("\n", "$\n");
  return out;
}

export const cat: Program = tool(
  "cat",
  {
    flags: "nbsuAeEtTv",
    long: {
      number: "n",
      "number-nonblank": "b",
      "squeeze-blank": "s",
      "show-all": "A",
      "show-ends": "E",
      "show-tabs": "T",
      "show-nonprinting": "v",
    },
  },
  (process, options, flavour) => {
    const { files, failed } = inputFiles(
      process,
      flavour,
      options.operands,
      flavour === "gnu" ? nameAndReason : cantOpen,
    );
    let text = files.map((file) => file.text).join("");
    if (options.has("s")) text = text.replace(/\n{3,}/g, "\n\n");
    text = visible(
      text,
      ["A", "e", "E"].some(options.has),
      ["A", "t", "T"].some(options.has),
      ["A", "e", "t", "v"].some(options.has),
    );
    if (options.has("n") || options.has("b")) {
      let number = 0;
      const closed = text.endsWith("\n");
      const lines = linesOf(text);
      process.kernel.spend(lines.length);
      text =
        lines
          .map((line) =>
            options.has("b") && (line === "" || line === "$")
              ? line
              : `${String(++number).padStart(6)}\t${line}`,
          )
          .join("\n") + (closed || (flavour === "busybox" && lines.length > 0) ? "\n" : "");
    }
    process.stdout.write(text);
    return failed ? 1 : 0;
  },
);
