import { type Wanted, orderedWords } from "../options/getopt-words.ts";
import { complain, refuse } from "../options/options.ts";
import type { Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const namesOf = (names: readonly string[]): Wanted =>
  new Map(names.map((name) => [name.replace(/:+$/, ""), /:*$/.exec(name)?.[0].length ?? 0]));

/** For sh a quote is taken out by itself; csh wants its own signs protected too. */
const SHELLS: Readonly<Record<string, (text: string) => string>> = {
  sh: (text) => `'${text.replaceAll("'", "'\\''")}'`,
  csh: (text) =>
    `'${text.replaceAll("\\", "\\\\").replaceAll("'", "'\\''").replaceAll("!", "'\\!'").replaceAll("\n", "\\n").replaceAll(" ", "'\\ '").replaceAll("\t", "'\\t'")}'`,
};

/** getopt(1) of util-linux: puts a command line in order for a script to read. */
export const getopt: Program = tool(
  "getopt",
  {
    flags: "TaqQu",
    values: "olns",
    long: {
      options: "o",
      longoptions: "l",
      longopts: "l",
      name: "n",
      test: "T",
      alternative: "a",
      quiet: "q",
      "quiet-output": "Q",
      unquoted: "u",
      shell: "s",
    },
    stopEarly: true,
    refusal: 2,
  },
  (process, options, flavour) => {
    if (options.has("T")) return 4;
    const shell = options.value("s") ?? "sh";
    const family = shell === "tcsh" ? "csh" : shell === "bash" ? "sh" : shell;
    let quote = SHELLS[family];
    if (!quote && flavour === "gnu")
      refuse(process, flavour, "unknown shell after -s or --shell argument", 2);
    if (!quote) {
      complain(process, flavour, `unknown shell '${shell}', assuming bash`);
      quote = SHELLS["sh"] ?? String;
    }
    const quoted = quote;
    // As in the oldest getopt, the letters may stand first, and then nothing is put between quotes.
    const isOld = !options.has("o");
    const words = [...options.operands];
    const letters = options.value("o") ?? words.shift();
    if (letters === undefined) refuse(process, flavour, "missing optstring argument", 2);
    if (isOld && words[0] === "--") words.shift();
    const named = options.value("n");
    const self =
      named === undefined ? process : (Object.create(process, { argv: { value: [named] } }) as Process);
    const { parts, failed } = orderedWords({
      words,
      short: namesOf(letters.replace(/^[-+]/, "").match(/[^:]:{0,2}/g) ?? []),
      long: namesOf(options.values("l").flatMap((list) => list.split(/[, \t\n]+/).filter(Boolean))),
      order:
        letters.startsWith("+") || process.env.has("POSIXLY_CORRECT")
          ? "first"
          : letters.startsWith("-")
            ? "kept"
            : "sorted",
      alternative: options.has("a"),
      fail: (told) => {
        if (!options.has("q")) complain(self, flavour, told);
      },
    });
    const plain = options.has("u") || !process.argv[1]?.startsWith("-");
    const shown = parts.map(({ text, isName }) => (isName || plain ? text : quoted(text)));
    if (!options.has("Q")) process.stdout.write(` ${shown.join(" ")}\n`);
    return failed ? 1 : 0;
  },
);
