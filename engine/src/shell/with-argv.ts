import type { Process } from "./process.ts";

/** The same process with another command line. */
export const withArgv = (process: Process, argv: readonly string[]): Process =>
  Object.create(process, { argv: { value: argv } }) as Process;

/** A count in the older way, where it may no longer stand: not as the first word of head, not with other options of tail. */
export const strayCount = (argv: readonly string[], name: "head" | "tail"): string | undefined => {
  const args = argv.slice(1);
  const end = args.indexOf("--");
  const words = end < 0 ? args : args.slice(0, end);
  const at = words.findIndex((word, i) => /^-\d/.test(word) && !/^-[ncsb]$/.test(words[i - 1] ?? ""));
  if (at < 0) return undefined;
  const isStray = name === "head" ? at > 0 : at > 0 || words.length > 2;
  return isStray ? (words[at] ?? "").replace(/^-(\d).*/s, "$1") : undefined;
};

/** `head -5` is `head -n 5`. */
export const shortCount = (argv: readonly string[], sign = ""): string[] =>
  argv.flatMap((word, i) => {
    const match =
      i > 0 && !/^-[ncs]$/.test(argv[i - 1] ?? "")
        ? new RegExp(`^(${sign === "+" ? "[-+]" : "-"})(\\d+)([cnq]?)$`).exec(word)
        : null;
    if (!match) return [word];
    return [match[3] === "c" ? "-c" : "-n", (match[1] === "+" ? "+" : "") + (match[2] ?? "")];
  });
