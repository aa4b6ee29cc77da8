import { bytesOf, textOf } from "../text/bytes-text.ts";
import { inputFiles, linesOf } from "../text/input-files.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

/** `1,3-5,-2,7-`: is a place, counted from 1, in the list? */
function readList(word: string): ((place: number) => boolean) | undefined {
  const ranges: [number, number][] = [];
  for (const part of word.split(/[, ]/)) {
    const match = /^(\d*)(-?)(\d*)$/.exec(part);
    if (!match || (match[1] === "" && match[3] === "")) return undefined;
    const from = match[1] === "" ? 1 : Number(match[1]);
    const to = match[2] === "" ? from : match[3] === "" ? Infinity : Number(match[3]);
    if (from === 0 || to < from) return undefined;
    ranges.push([from, to]);
  }
  return (place) => ranges.some(([from, to]) => place >= from && place <= to);
}

export const cut: Program = tool(
  "cut",
  {
    flags: "snz",
    values: "bcfdO",
    long: {
      bytes: "b",
      characters: "c",
      fields: "f",
      delimiter: "d",
      "only-delimited": "s",
      complement: "C",
      "output-delimiter": "O",
    },
  },
  (process, options, flavour) => {
    const word = options.value("f") ?? options.value("c") ?? options.value("b");
    if (word === undefined) {
      if (flavour === "busybox")
        return complain(process, flavour, "expected a list of bytes, characters, or fields");
      refuse(process, flavour, "you must specify a list of bytes, characters, or fields");
    }
    const lists = options.given.filter(([letter]) => "bcf".includes(letter));
    if (lists.length > 1) {
      refuse(process, flavour, "only one list may be specified");
    }
    const fields = options.has("f");
    if (options.has("s") && !fields)
      refuse(
        process,
        flavour,
        "suppressing non-delimited lines makes sense\n\tonly when operating on fields",
      );
    // busybox counts from 1 too, and takes a 0 for a place that no line has.
    const listed = readList(flavour === "busybox" ? word.replaceAll(/(^|,)0+(?=,|$)/g, "$1999999999") : word);
    if (!listed) {
      if (flavour === "busybox") {
        const bounds = word.split(",").map((part) => /^(\d+)-(\d+)$/.exec(part));
        const back = bounds.find((found) => found && Number(found[2]) < Number(found[1]));
        if (back) return complain(process, flavour, `${back[2]}<${Number(back[1]) - 1}`);
        const wrong = word === "" ? "missing list of positions" : `invalid number '${word}'`;
        return complain(process, flavour, wrong);
      }
      refuse(
        process,
        flavour,
        /^0|,0|^$/.test(word)
          ? `${fields ? "fields" : "byte/character positions"} are numbered from 1`
          : /^\d+-\d+$/.test(word)
            ? "invalid decreasing range"
            : `invalid ${fields ? "field value" : "byte/character position"} '${word}'`,
      );
    }
    const chosen = options.has("C") ? (place: number): boolean => !listed(place) : listed;
    const given = options.value("d") ?? "\t";
    const separator = flavour === "busybox" ? ([...given][0] ?? "") : given;
    if ([...separator].length !== 1) {
      if (flavour === "busybox") return complain(process, flavour, "bad delimiter");
      refuse(process, flavour, "the delimiter must be a single character");
    }
    const joint = options.value("O") ?? separator;
    const { files, failed } = inputFiles(process, flavour, options.operands);
    for (const line of files.flatMap((file) => linesOf(file.text))) {
      process.kernel.spend(1);
      if (!fields) {
        const bytes = bytesOf(line);
        process.stdout.write(`${textOf(bytes.filter((_, i) => chosen(i + 1)))}\n`);
      } else if (line.includes(separator))
        process.stdout.write(
          `${line
            .split(separator)
            .filter((_, i) => chosen(i + 1))
            .join(joint)}\n`,
        );
      else if (!options.has("s")) process.stdout.write(`${line}\n`);
    }
    return failed ? 1 : 0;
  },
);
