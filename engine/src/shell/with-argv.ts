import type { Process } from "./process.ts";

/** The same process with another command line. */
export const withArgv = (process: Process, argv: readonly string[]): Process =>
  Object.create(process, { argv: { value: argv } }) as Process;

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
