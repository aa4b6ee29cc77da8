import { missingOperand, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { formatText } from "../text/format-text.ts";
import { readOptions, Refusal } from "../options/options.ts";

/** Numbers that are made where there is no end to them: more than may be printed. */
const ENDLESS = 1_000_000;

const places = (word: string): number => /\.(\d+)/.exec(word)?.[1]?.length ?? 0;

export const seq: Program = {
  name: "seq",
  run(process, flavour) {
    try {
      // `-1` is a number for GNU's, no option.
      const number = flavour === "gnu" ? /^-?[\d.]/ : /^[\d.]/;
      const args = process.argv.slice(1);
      const firstNumber = args.findIndex(
        (word, i) => number.test(word) && !/^-[sf]$/.test(args[i - 1] ?? ""),
      );
      const options = readOptions(
        process,
        flavour,
        { flags: "w", values: "sf", long: { "equal-width": "w", separator: "s", format: "f" } },
        firstNumber < 0 ? args : args.slice(0, firstNumber),
      );
      const words = [...options.operands, ...(firstNumber < 0 ? [] : args.slice(firstNumber))];
      if (words.length === 0) missingOperand(process, flavour);
      if (words.length > 3) refuse(process, flavour, `extra operand '${words[3]}'`);
      const bad = words.find((word) => !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word));
      if (bad !== undefined) refuse(process, flavour, `invalid floating point argument: '${bad}'`);
      const from = words.length > 1 ? Number(words[0]) : 1;
      const by = words.length > 2 ? Number(words[1]) : 1;
      const to = Number(words.at(-1));
      if (by === 0 && flavour === "gnu")
        refuse(process, flavour, `invalid Zero increment value: '${words[1]}'`);
      const digits = Math.max(...words.slice(0, 2).map(places), words.length === 1 ? 0 : 0);
      const format = options.value("f");
      // Without an increment busybox never comes to the end.
      const count = by === 0 ? (from <= to ? ENDLESS : 0) : Math.floor((to - from) / by + 1e-9) + 1;
      if (count > 0) process.kernel.spend(Math.ceil(count / 4));
      let numbers = Array.from({ length: Math.max(0, count) }, (_, i) => (from + i * by).toFixed(digits));
      if (options.has("w") && format !== undefined && flavour === "gnu")
        refuse(process, flavour, "format string may not be specified when printing equal width strings");
      if (options.has("w")) {
        const width = numbers.reduce((most, text) => Math.max(most, text.length), 0);
        numbers = numbers.map((text) =>
          text.startsWith("-") ? `-${text.slice(1).padStart(width - 1, "0")}` : text.padStart(width, "0"),
        );
      }
      if (format !== undefined)
        numbers = numbers.map((text) => formatText(format, [text], "gnu", () => undefined).text);
      if (numbers.length > 0) process.stdout.write(`${numbers.join(options.value("s") ?? "\n")}\n`);
      return 0;
    } catch (stop) {
      if (stop instanceof Refusal) return stop.status;
      throw stop;
    }
  },
};
