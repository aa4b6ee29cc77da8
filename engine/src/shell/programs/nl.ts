import { busyboxNumber } from "../options/busybox-number.ts";
import { foldersAreEmpty, inputFiles, linesOf, nameAndReason } from "../text/input-files.ts";
import { complain, type Options, Refusal, refuse } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { regex, RegexProblem } from "../regex/regex.ts";
import { tool } from "../options/tool.ts";

/** Does a line have a number? Blank ones are counted apart, since of several in a row one may do. */
type Style = "all" | "filled" | "none" | ((line: string) => boolean);

const PARTS = { h: "header", b: "body", f: "footer" } as const;

function readStyle(process: Process, flavour: Flavour, options: Options, part: "h" | "b" | "f"): Style {
  const word = options.value(part) ?? (part === "b" ? "t" : "n");
  if (word === "a") return "all";
  if (word === "t") return "filled";
  if (word === "n") return "none";
  if (flavour === "busybox") return "none";
  if (!word.startsWith("p")) refuse(process, flavour, `invalid ${PARTS[part]} numbering style: ‘${word}’`);
  try {
    const pattern = regex(word.slice(1), { extended: false });
    return (line) => pattern.exec(line) !== undefined;
  } catch (problem) {
    if (problem instanceof RegexProblem) throw new Refusal(complain(process, flavour, problem.message));
    throw problem;
  }
}

export const nl: Program = tool(
  "nl",
  {
    flags: "p",
    values: "bhfwsnvild",
    long: {
      "body-numbering": "b",
      "header-numbering": "h",
      "footer-numbering": "f",
      "number-width": "w",
      "number-separator": "s",
      "number-format": "n",
      "starting-line-number": "v",
      "line-increment": "i",
      "join-blank-lines": "l",
      "section-delimiter": "d",
      "no-renumber": "p",
    },
  },
  (process, options, flavour) => {
    const number = (letter: string, usual: number, what: string, low: number): number => {
      const word = options.value(letter);
      if (word === undefined) return usual;
      if (flavour === "busybox") return busyboxNumber(process, word, low, 0x7fff_ffff);
      if (!/^[-+]?\d+$/.test(word))
        throw new Refusal(complain(process, flavour, `invalid ${what}: ‘${word}’`));
      if (Number(word) < low)
        throw new Refusal(
          complain(process, flavour, `invalid ${what}: ‘${word}’: Numerical result out of range`),
        );
      return Number(word);
    };
    const styles = {
      h: readStyle(process, flavour, options, "h"),
      b: readStyle(process, flavour, options, "b"),
      f: readStyle(process, flavour, options, "f"),
    };
    const start = number("v", 1, "starting line number", -Infinity);
    const step = number("i", 1, "line number increment", -Infinity);
    const joined = number("l", 1, "line number of blank lines", 1);
    const width = number("w", 6, "line number field width", flavour === "gnu" ? 1 : 0);
    const format = options.value("n") ?? "rn";
    if (!/^(?:ln|rn|rz)$/.test(format))
      refuse(process, flavour, `invalid line numbering format: ‘${format}’`);
    const separator = options.value("s") ?? "\t";
    const given = options.value("d") ?? "\\:";
    const mark = given.length === 1 ? `${given}:` : given;
    const { files, failed } = inputFiles(
      process,
      flavour,
      options.operands,
      flavour === "gnu" ? nameAndReason : foldersAreEmpty,
    );
    let style: Style = styles.b;
    let next = start;
    let blanks = 0;
    const numbered = (line: string): boolean => {
      if (style === "none") return false;
      if (typeof style === "function") return style(line);
      if (line !== "") return (blanks = 0) === 0;
      if (style === "filled") return false;
      if (joined === 1) return true;
      if (++blanks < joined) return false;
      blanks = 0;
      return true;
    };
    let out = "";
    for (const line of files.flatMap((file) => linesOf(file.text))) {
      process.kernel.spend(1);
      const section =
        mark === "" || flavour === "busybox"
          ? undefined
          : (["f", "b", "h"] as const).find((_, i) => line === mark.repeat(i + 1));
      if (section) {
        style = styles[section];
        if (!options.has("p")) next = start;
        out += "\n";
        continue;
      }
      if (!numbered(line)) {
        out += `${" ".repeat(width + separator.length)}${line}\n`;
        continue;
      }
      const digits = String(next);
      const text =
        format === "ln"
          ? digits.padEnd(width)
          : format === "rn"
            ? digits.padStart(width)
            : next < 0
              ? `-${digits.slice(1).padStart(width - 1, "0")}`
              : digits.padStart(width, "0");
      out += `${text}${separator}${line}\n`;
      next += step;
    }
    process.stdout.write(out);
    return failed ? 1 : 0;
  },
);
