import { strerror } from "../../vfs/errno.ts";
import { contentOf } from "../bytes-text.ts";
import { complain } from "../options.ts";
import type { Program } from "../process.ts";
import { parseSed, SedProblem } from "../sed/parse-sed.ts";
import { runSed } from "../sed/run-sed.ts";
import { openOutput, readText } from "../streams/open-file.ts";
import { readOptions, Refusal } from "../options.ts";
import { at } from "../tree.ts";

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
      const options = readOptions(
        process,
        flavour,
        { flags: "nErszuip", values: "ef", long: LONG, lacks: "ls" },
        args,
      );
      const operands = [...options.operands];
      let script = options.order.includes("e") || options.order.includes("f") ? "" : undefined;
      const expressions = [...options.values("e")];
      for (const file of options.values("f")) {
        const read = readText(process, file);
        if (typeof read === "string")
          return complain(process, flavour, `couldn't open file ${file}: ${strerror[read]}`);
        expressions.push(read.text.replace(/\n$/, ""));
      }
      if (script !== undefined) script = expressions.join("\n");
      else script = operands.shift();
      if (script === undefined) {
        process.stderr.write("Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n");
        return 1;
      }
      const problem = (stop: SedProblem): number => {
        const words = flavour === "gnu" ? `-e expression #1, char ${stop.at}: ${stop.message}` : stop.message;
        return complain(process, flavour, words);
      };
      let commands: ReturnType<typeof parseSed>;
      try {
        commands = parseSed(script, options.has("E") || options.has("r"), flavour === "busybox");
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
      const written = new Map<string, ReturnType<typeof openOutput>>();
      try {
        const result = runSed(
          commands,
          texts.map(({ text }) => text),
          inPlace || (options.has("s") && texts.length > 1),
          {
            ending: options.has("z") ? "\0" : "\n",
            inPlace,
            quiet: options.has("n"),
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
        if (stop instanceof SedProblem)
          return complain(
            process,
            flavour,
            flavour === "gnu" && stop.at === 0 ? `-e expression #1, char 0: ${stop.message}` : stop.message,
          );
        throw stop;
      }
    } catch (stop) {
      if (stop instanceof Refusal) return stop.status;
      throw stop;
    }
  },
};
