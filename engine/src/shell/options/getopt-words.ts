/** An option's name and how many colons stand behind it: 1 wants a value, 2 may have one. */
export type Wanted = ReadonlyMap<string, number>;

/** A word of the answer: an option's name, or `--`, or what a shell has to read as one word. */
interface Part {
  readonly text: string;
  readonly isName: boolean;
}

interface Question {
  readonly words: readonly string[];
  readonly short: Wanted;
  readonly long: Wanted;
  /** Operands: after all options, left where they stand, or the first of them ends the options. */
  readonly order: "sorted" | "kept" | "first";
  /** A single dash may begin a long name too. */
  readonly alternative: boolean;
  /** Told what is wrong. */
  readonly fail: (words: string) => void;
}

/** Puts a command line in order as getopt_long of glibc reads it. */
export function orderedWords({ words, short, long, order, alternative, fail }: Question): {
  readonly parts: readonly Part[];
  readonly failed: boolean;
} {
  const options: Part[] = [];
  const operands: Part[] = [];
  let failed = false;
  const wrong = (told: string): void => {
    failed = true;
    fail(told);
  };
  const name = (text: string): void => void options.push({ text, isName: true });
  const value = (text: string): void => void options.push({ text, isName: false });
  let i = 0;
  /** A word that begins with `dashes` as a long option. */
  const readLong = (word: string, dashes: string): void => {
    const [, typed = "", given] = /^-{1,2}([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const full = long.has(typed) ? [typed] : [...long.keys()].filter((one) => one.startsWith(typed));
    const [only = ""] = full;
    const wants = long.get(only);
    if (full.length === 0) wrong(`unrecognized option '${dashes}${word.slice(dashes.length)}'`);
    else if (full.length > 1)
      wrong(
        `option '${dashes}${typed}' is ambiguous; possibilities: ${full.map((one) => `'${dashes}${one}'`).join(" ")}`,
      );
    else if (wants === 0) {
      if (given === undefined) name(`--${only}`);
      else wrong(`option '${dashes}${only}' doesn't allow an argument`);
    } else if (given === undefined && wants === 1 && words[i + 1] === undefined)
      wrong(`option '${dashes}${only}' requires an argument`);
    else {
      name(`--${only}`);
      value(given ?? (wants === 1 ? (words[++i] ?? "") : ""));
    }
  };
  const readShort = (word: string): void => {
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? "";
      const wants = short.get(letter);
      const rest = word.slice(at + 1);
      if (wants === undefined) wrong(`invalid option -- '${letter}'`);
      else if (wants === 0) name(`-${letter}`);
      else if (rest === "" && wants === 1 && words[i + 1] === undefined)
        wrong(`option requires an argument -- '${letter}'`);
      else {
        name(`-${letter}`);
        value(rest !== "" || wants === 2 ? rest : (words[++i] ?? ""));
      }
      if (wants) break;
    }
  };
  for (; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "--") {
      operands.push(...words.slice(i + 1).map((text) => ({ text, isName: false })));
      break;
    }
    if (word === "-" || !word.startsWith("-")) {
      if (order === "kept") value(word);
      else if (order === "sorted") operands.push({ text: word, isName: false });
      else {
        operands.push(...words.slice(i).map((text) => ({ text, isName: false })));
        break;
      }
    } else if (word.startsWith("--")) readLong(word, "--");
    else if (
      alternative &&
      word.length > 2 &&
      ([...long.keys()].some((one) => one.startsWith(word.slice(1).replace(/=.*/s, ""))) ||
        !short.has(word[1] ?? ""))
    )
      readLong(word, "-");
    else readShort(word);
  }
  return { parts: [...options, { text: "--", isName: true }, ...operands], failed };
}
