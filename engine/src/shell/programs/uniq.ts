import { strerror } from "../../vfs/errno.ts";
import { contentOf } from "../text/bytes-text.ts";
import { linesOf } from "../text/input-files.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";
import { at } from "../tree/tree.ts";

export const uniq: Program = tool(
  "uniq",
  {
    flags: "cduDiz",
    values: "fsw",
    long: {
      count: "c",
      repeated: "d",
      unique: "u",
      "ignore-case": "i",
      "all-repeated": "D",
      "zero-terminated": "z",
      "skip-fields": "f",
      "skip-chars": "s",
      "check-chars": "w",
    },
  },
  (process, options, flavour) => {
    const [input = "-", output, extra] = options.operands;
    if (extra !== undefined && flavour === "gnu") refuse(process, flavour, `extra operand ‘${extra}’`);
    const read = input === "-" ? { text: process.stdin.rest() } : readText(process, input);
    if (typeof read === "string")
      return complain(
        process,
        flavour,
        flavour === "gnu"
          ? read === "EISDIR"
            ? `error reading '${input}'`
            : `${input}: ${strerror[read]}`
          : read === "EISDIR"
            ? `${input}: I/O error`
            : `can't open '${input}': ${strerror[read]}`,
      );
    if (options.has("D") && options.has("c") && flavour === "gnu")
      refuse(process, flavour, "printing all duplicated lines and repeat counts is meaningless");
    const keyOf = (line: string): string => {
      let key = line;
      for (let i = Number(options.value("f") ?? 0); i > 0 && key !== ""; i--)
        key = key.replace(/^\s*\S+|^\s+$/, "");
      key = key.slice(Number(options.value("s") ?? 0));
      key = key.slice(0, Number(options.value("w") ?? key.length));
      return options.has("i") ? key.toLowerCase() : key;
    };
    const all = options.has("D");
    const runs: { lines: string[]; key: string; count: number }[] = [];
    for (const line of linesOf(read.text)) {
      process.kernel.spend(1);
      const last = runs.at(-1);
      const key = keyOf(line);
      if (last?.key === key) {
        last.count++;
        if (all) last.lines.push(line);
      } else runs.push({ lines: [line], key, count: 1 });
    }
    const kept = runs.filter(
      ({ count }) => (!(options.has("d") || all) || count > 1) && (!options.has("u") || count === 1),
    );
    const text = kept
      .map(({ lines, count }) =>
        lines
          .map((line) => (options.has("c") ? `${String(count).padStart(7)} ${line}\n` : `${line}\n`))
          .join(""),
      )
      .join("");
    if (output === undefined) process.stdout.write(text);
    else {
      const errno = process.files.write(at(process, output), contentOf(text), 0o666 & ~process.umask);
      if (errno)
        return complain(
          process,
          flavour,
          flavour === "gnu" ? `${output}: ${strerror[errno]}` : `can't open '${output}': ${strerror[errno]}`,
        );
    }
    return 0;
  },
);
