import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../gnu-quote.ts";
import { complain, type Options } from "../options.ts";
import type { Process, Program } from "../process.ts";
import { tool } from "../tool.ts";

/** Words of the input: blanks and line feeds part them, quotes and backslashes keep them together. @returns undefined where a quote is not closed */
function words(text: string): string[] | undefined {
  const out: string[] = [];
  let word = "";
  let open = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (/\s/.test(character)) {
      if (open) out.push(word);
      word = "";
      open = false;
    } else if (character === "'" || character === '"') {
      const end = text.indexOf(character, i + 1);
      const line = text.indexOf("\n", i + 1);
      if (end < 0 || (line >= 0 && line < end)) return undefined;
      word += text.slice(i + 1, end);
      open = true;
      i = end;
    } else {
      word += character === "\\" ? (text[++i] ?? "") : character;
      open = true;
    }
  }
  if (open) out.push(word);
  return out;
}

/** How GNU's names the options of which only one may be there: as the earlier one, and as the one that counts. */
const WAYS: Readonly<Record<string, readonly [earlier: string, later: string]>> = {
  I: ["--replace", "--replace/-I/-i"],
  n: ["--max-args", "--max-args/-n"],
  L: ["--max-lines", "-L"],
};

/** Of -I, -n and -L the last one counts for GNU's xargs, which warns of the others; -n 1 goes with -I. */
function wayOf(process: Process, options: Options): string | undefined {
  let way: string | undefined;
  for (const letter of options.order) {
    const names = WAYS[letter];
    if (!names || letter === way) continue;
    if (way === "I" && letter === "n" && options.value("n") === "1") continue;
    const earlier = way === undefined ? undefined : WAYS[way]?.[0];
    if (earlier !== undefined)
      complain(
        process,
        "gnu",
        `warning: options ${earlier} and ${names[1]} are mutually exclusive, ignoring previous ${earlier} value`,
      );
    way = letter;
  }
  return way;
}

export const xargs: Program = tool(
  "xargs",
  {
    flags: "0rtpxo",
    values: "nIiLPdsaE",
    long: {
      null: "0",
      "no-run-if-empty": "r",
      verbose: "t",
      "max-args": "n",
      replace: "I",
      "max-lines": "L",
      "max-procs": "P",
      delimiter: "d",
      "arg-file": "a",
    },
    stopEarly: true,
  },
  (process, options, flavour) => {
    const text = process.stdin.rest();
    const way = flavour === "gnu" ? wayOf(process, options) : undefined;
    const asked = (letter: string): string | undefined =>
      way === undefined || way === letter ? options.value(letter) : undefined;
    const replace = asked("I") ?? options.value("i");
    const delimiter = options.has("0") ? "\0" : options.value("d")?.replace("\\n", "\n").replace("\\0", "\0");
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const items =
      delimiter !== undefined
        ? text.split(delimiter).filter((item, i, all) => item !== "" || i < all.length - 1)
        : replace !== undefined
          ? lines.map((line) => line.trimStart())
          : words(text);
    if (!items)
      return complain(
        process,
        flavour,
        flavour === "gnu"
          ? "unmatched single quote; by default quotes are special to xargs unless you use the -0 option".replace(
              "single",
              /'/.test(text) ? "single" : "double",
            )
          : "unmatched single quote",
      );
    const shown = (word: string): string =>
      flavour === "busybox" || /^[\w\-./:,@%+]+$/.test(word) ? word : gnuQuote(word);
    const command = options.operands.length === 0 ? ["echo"] : [...options.operands];
    const size = replace !== undefined ? 1 : Number(asked("n") ?? Infinity);
    const batches: string[][] = [];
    const most = asked("L");
    if (most !== undefined)
      for (let i = 0; i < lines.length; i += Math.max(1, Number(most)))
        batches.push(words(lines.slice(i, i + Math.max(1, Number(most))).join("\n")) ?? []);
    else
      for (let i = 0; i < items.length; i += Math.min(size, 5000))
        batches.push(items.slice(i, i + Math.min(size, 5000)));
    if (batches.length === 0 && !options.has("r") && replace === undefined && flavour === "gnu")
      batches.push([]);
    if (batches.length === 0 && !options.has("r") && replace === undefined && flavour === "busybox")
      batches.push([]);
    let status = 0;
    for (const batch of batches) {
      process.kernel.spend(1);
      const argv =
        replace === undefined
          ? [...command, ...batch]
          : command.map((word) => word.replaceAll(replace, batch[0] ?? ""));
      if (options.has("t")) process.stderr.write(`${argv.map(shown).join(" ")}\n`);
      const code = process.start(argv, { stdin: { line: () => undefined, rest: () => "" } });
      if (typeof code !== "number") {
        const errno = code.errno;
        complain(
          process,
          flavour,
          flavour === "gnu"
            ? `${argv[0]}: ${strerror[errno === "ENOEXEC" ? "EACCES" : errno]}`
            : `'${argv[0]}': ${strerror[errno === "ENOEXEC" ? "EACCES" : errno]}`.replace(
                /^'(.*)': /,
                "$1: ",
              ),
        );
        return errno === "ENOENT" ? 127 : 126;
      }
      if (code === 255)
        return complain(process, flavour, `${argv[0]}: exited with status 255; aborting`) && 124;
      if (code !== 0) status = 123;
    }
    return status;
  },
);
