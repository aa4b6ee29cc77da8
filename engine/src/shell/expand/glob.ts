import type { Shell } from "../interpreter/shell.ts";
import { plainCaret } from "./pattern.ts";
import { pathsOf } from "./paths-of.ts";

/** Paths that a pattern names, as the shell's options have it. */
export const glob = (shell: Shell, pattern: string): string[] =>
  pathsOf(
    { files: shell.process.files, kernel: shell.kernel, cwd: shell.cwd },
    shell.dialect === "dash" ? plainCaret(pattern) : pattern,
    {
      // `globskipdots`, new in bash 5.2.
      skipDots: shell.dialect === "bash",
      dots: shell.options.has("dotglob"),
      ignoreCase: shell.options.has("nocaseglob"),
      extended: shell.options.has("extglob"),
      globstar: shell.options.has("globstar"),
    },
  );
