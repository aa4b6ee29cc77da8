import { strerror } from "../../vfs/errno.ts";
import { busyboxUsage } from "../options/busybox-usage.ts";
import { contentOf } from "../text/bytes-text.ts";
import { linesOf } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { parseSed, SedProblem } from "../sed/parse-sed.ts";
import { runSed } from "../sed/run-sed.ts";
import { openOutput, readText } from "../streams/open-file.ts";
import { hintOf, readOptions, Refusal } from "../options/options.ts";
import { at } from "../tree/tree.ts";

const LONG = {
  quiet: "n",
  silent: "n",
  expression: "e",
  file: "f",
  "in-place": "i",
  "regexp-extended": "E",
  separate: "s",
  "null-data": "z",
  posix: "p",
  unbuffered: "u",
};

/** Status of GNU's where it cannot go on. */
const PANIC = 4;

/** How it is used, which is said where there is no script. */
function usage(process: Process, flavour: Flavour): number {
  if (flavour === "busybox") busyboxUsage(process);
  else process.stderr.write(hintOf("sed"));
  return 1;
}

/** The file in which a line stands: the one of that number, or where lines are counted through. */
function nameOf(
  texts: readonly { readonly name: string; readonly text: string }[],
  file: number | undefined,
  line: number,
): string {
  if (file !== undefined) return texts[file]?.name ?? "-";
  let left = line;
  for (const { name, text } of texts) {
    left -= linesOf(text).length;
    if (left <= 0) return name;
  }
  return "-";
}

export const sed: Program = {
  name: "sed",
  run(process, flavour) {
    try {
      // `-i` takes its suffix in the same word only.
      let suffix: string | undefined;
      const args = process.argv.slice(1).map((word) => {
        const match = /^(?:-([nErsuz]*)i|--in-place=)(.*)$/.exec(word);
        if (!match || word.startsWith("-e") || word.startsWith("-f")) return word;
        suffix = match[2] ?? "";
        return `-${match[1] ?? ""}i`;
      });
      if (flavour === "busybox" && args.includes("--version")) {
        process.stdout.write("This is not GNU sed version 4.0\n");
        return 0;
      }
      const options = readOptions(
        process,
        flavour,
        { flags: "nErszuip", values: "ef", long: LONG, lacks: "ls" },
        args,
      );
      const operands = [...options.operands];
      const busybox = flavour === "busybox";
      const pieces: { readonly file: string | undefined; readonly text: string }[] = [];
      for (const [letter, value] of options.given) {
        if (letter === "e") pieces.push({ file: undefined, text: value });
        if (letter !== "f") continue;
        const read = value === "-" ? { text: process.stdin.rest() } : readText(process, value);
        if (typeof read === "string") {
          complain(process, flavour, `${busybox ? "" : "couldn't open file "}${value}: ${strerror[read]}`);
          return busybox ? 1 : PANIC;
        }
        pieces.push({ file: value, text: read.text.replace(/\n$/, "") });
      }
      const [first] = operands;
      if (pieces.length === 0 && first !== undefined) pieces.push({ file: undefined, text: first });
      if (pieces.length === 0) return usage(process, flavour);
      if (!options.has("e") && !options.has("f")) operands.shift();
      const script = pieces.map(({ text }) => text).join("\n");
      const isQuiet = options.has("n") || /^#n(?:\n|$)/.test(script);
      const problem = ({ at: place, message, zero }: SedProblem): number => {
        if (busybox) return complain(process, flavour, message);
        if (place === undefined) return complain(process, flavour, message) * PANIC;
        let start = 0;
        let number = 0;
        for (const { file, text } of pieces) {
          number += file === undefined ? 1 : 0;
          if (place <= start + text.length + 1) {
            const line = script.slice(start, place).split("\n").length;
            const where =
              file === undefined
                ? `-e expression #${number}, char ${zero ? 0 : place - start}`
                : `file ${file} line ${line}`;
            return complain(process, flavour, `${where}: ${message}`);
          }
          start += text.length + 1;
        }
        return complain(process, flavour, message);
      };
      let commands: ReturnType<typeof parseSed>;
      try {
        commands = parseSed(script, options.has("E") || options.has("r"), busybox);
      } catch (stop) {
        if (stop instanceof SedProblem) return problem(stop);
        throw stop;
      }
      const inPlace = options.has("i");
      const texts: { name: string; text: string }[] = [];
      let status = 0;
      for (const name of operands.length === 0 ? ["-"] : operands) {
        const read = name === "-" && !inPlace ? { text: process.stdin.rest() } : readText(process, name);
        if (typeof read !== "string") texts.push({ name, text: read.text });
        else {
          const words =
            flavour === "busybox"
              ? `${name}: ${strerror[read]}`
              : read === "EISDIR"
                ? inPlace
                  ? `couldn't edit ${name}: not a regular file`
                  : `read error on ${name}: ${strerror[read]}`
                : `can't read ${name}: ${strerror[read]}`;
          complain(process, flavour, words);
          status = flavour === "gnu" ? (read === "EISDIR" && inPlace ? 4 : 2) : 1;
        }
      }
      const separate = inPlace || (options.has("s") && texts.length > 1);
      const written = new Map<string, ReturnType<typeof openOutput>>();
      try {
        const result = runSed(
          commands,
          texts.map(({ text }) => text),
          separate,
          {
            ending: options.has("z") ? "\0" : "\n",
            inPlace,
            quiet: isQuiet,
            lists: !busybox,
            nameOf: (file, line) => nameOf(texts, separate ? file : undefined, line),
            spend: (steps) => process.kernel.spend(steps),
            read: (name) => {
              const read = readText(process, name);
              return typeof read === "string" ? "" : read.text;
            },
            write: (name, text) => {
              const output = written.get(name) ?? openOutput(process, name, {}, process);
              written.set(name, output);
              if (typeof output !== "string") output.write(text);
            },
          },
        );
        for (const [i, text] of result.outputs.entries()) {
          const name = texts[i]?.name ?? "";
          if (!inPlace) {
            process.stdout.write(text);
            continue;
          }
          const old = process.files.stat(at(process, name));
          if (typeof old === "string") continue;
          if (suffix)
            process.files.write(at(process, name + suffix), contentOf(texts[i]?.text ?? ""), old.mode);
          const errno = process.files.write(at(process, name), contentOf(text));
          if (errno) {
            status = 4;
            complain(process, flavour, `couldn't open temporary file ${name}: ${strerror[errno]}`);
          }
        }
        return result.status || status;
      } catch (stop) {
        if (stop instanceof SedProblem) return problem(stop);
        throw stop;
      }
    } catch (stop) {
      if (stop instanceof Refusal) return stop.status;
      throw stop;
    }
  },
};
