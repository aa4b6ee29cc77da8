import { notSimulated } from "../../core/engine-error.ts";
import { complain } from "../options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { tool } from "../tool.ts";

/** An option's name and how many colons stand behind it: 1 wants a value, 2 may have one. */
type Wanted = ReadonlyMap<string, number>;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function wantedOf(names: readonly string[]): Wanted {
  return new Map(names.map((name) => [name.replace(/:+$/, ""), /:*$/.exec(name)?.[0].length ?? 0]));
}

/** Puts a command line in order as getopt(1) of util-linux does. */
function ordered(
  process: Process,
  flavour: Flavour,
  args: readonly string[],
  short: Wanted,
  long: Wanted,
): { text: string; failed: boolean } {
  const options: string[] = [];
  const operands: string[] = [];
  let failed = false;
  const fail = (words: string): void => {
    complain(process, flavour, words);
    failed = true;
  };
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? "";
    if (word === "--") {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (word.startsWith("--")) {
      const [, name = "", given] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
      const full = long.has(name) ? [name] : [...long.keys()].filter((one) => one.startsWith(name));
      const [only = ""] = full;
      if (full.length === 0) fail(`unrecognized option '--${name}'`);
      else if (full.length > 1)
        fail(`option '--${name}' is ambiguous; possibilities: ${full.map((one) => `'--${one}'`).join(" ")}`);
      else if (long.get(only) === 0) {
        if (given === undefined) options.push(`--${only}`);
        else fail(`option '--${only}' doesn't allow an argument`);
      } else if (given === undefined && long.get(only) === 1 && args[i + 1] === undefined)
        fail(`option '--${only}' requires an argument`);
      else options.push(`--${only}`, quoted(given ?? (long.get(only) === 1 ? (args[++i] ?? "") : "")));
      continue;
    }
    if (word === "-" || !word.startsWith("-")) {
      operands.push(word);
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? "";
      const value = short.get(letter);
      const rest = word.slice(at + 1);
      if (value === undefined) fail(`invalid option -- '${letter}'`);
      else if (value === 0) options.push(`-${letter}`);
      else if (rest === "" && value === 1 && args[i + 1] === undefined)
        fail(`option requires an argument -- '${letter}'`);
      else options.push(`-${letter}`, quoted(rest !== "" || value === 2 ? rest : (args[++i] ?? "")));
      if (value) break;
    }
  }
  return {
    text: ` ${[...options, "--", ...operands.map(quoted)].join(" ")}\n`,
    failed,
  };
}

export const getopt: Program = tool(
  "getopt",
  {
    flags: "T",
    values: "oln",
    long: {
      options: "o",
      longoptions: "l",
      longopts: "l",
      name: "n",
      test: "T",
    },
    stopEarly: true,
    lacks: "*",
  },
  (process, options, flavour) => {
    if (options.has("T")) return 4;
    const letters = options.value("o");
    if (letters === undefined)
      throw notSimulated("getopt without -o", "it would print the options without quotes");
    if (/^[-+]/.test(letters))
      throw notSimulated(`getopt -o ${letters}`, "the sign changes where the options end");
    const named = options.value("n");
    const self =
      named === undefined ? process : (Object.create(process, { argv: { value: [named] } }) as Process);
    const { text, failed } = ordered(
      self,
      flavour,
      options.operands,
      wantedOf(letters.match(/[^:]:{0,2}/g) ?? []),
      wantedOf(options.values("l").flatMap((list) => list.split(/[, ]/).filter(Boolean))),
    );
    process.stdout.write(text);
    return failed ? 1 : 0;
  },
);
