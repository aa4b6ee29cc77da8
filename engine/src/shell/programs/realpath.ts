import { strerror } from "../../vfs/errno.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at } from "../tree/tree.ts";
import { withArgv } from "../with-argv.ts";

/** The way from one folder to a path, both without links. */
function relative(from: string, path: string): string {
  const [a, b] = [from, path].map((one) => one.split("/").filter(Boolean));
  let same = 0;
  while (a?.[same] !== undefined && a[same] === b?.[same]) same++;
  const up = (a ?? []).slice(same).map(() => "..");
  return [...up, ...(b ?? []).slice(same)].join("/") || ".";
}

const gnu: Program = tool(
  "realpath",
  {
    flags: "emsqz",
    long: {
      "canonicalize-existing": "e",
      "canonicalize-missing": "m",
      strip: "s",
      "no-symlinks": "s",
      quiet: "q",
      zero: "z",
      "relative-to": "R",
      "relative-base": "B",
    },
    values: "RB",
    lacks: "LP",
  },
  (process, options, flavour) => {
    if (options.operands.length === 0) missingOperand(process, flavour);
    const folder = (letter: string): string | undefined => {
      const name = options.value(letter);
      const real = name === undefined ? undefined : process.files.realpath(at(process, name));
      return typeof real === "object" ? real.path : undefined;
    };
    const [to, base] = [folder("R"), folder("B")];
    /** `--relative-base` shows what is not below it as it is. */
    const shown = (path: string): string => {
      const from = to ?? base;
      if (from === undefined) return path;
      if (base !== undefined && !`${path}/`.startsWith(base === "/" ? base : `${base}/`)) return path;
      return relative(from, path);
    };
    let status = 0;
    for (const name of options.operands) {
      const real =
        name === ""
          ? "ENOENT"
          : options.has("s")
            ? { path: at(process, name) }
            : process.files.realpath(at(process, name));
      const errno =
        typeof real === "string"
          ? real
          : (options.has("e") || flavour === "busybox") && !process.files.exists(real.path)
            ? "ENOENT"
            : undefined;
      if (!errno || options.has("m"))
        process.stdout.write(
          shown(typeof real === "string" ? at(process, name) : real.path) + (options.has("z") ? "\0" : "\n"),
        );
      else if (options.has("q")) status = 1;
      else status = complain(process, flavour, `${name}: ${strerror[errno]}`);
    }
    return status;
  },
);

/** busybox's takes every word for a name. */
export const realpath: Program = {
  name: "realpath",
  run(process, flavour) {
    const words = process.argv.slice(1);
    const names = words.length > 0 && words[0] !== "--" ? ["--", ...words] : words;
    return gnu.run(
      flavour === "busybox" ? withArgv(process, [process.argv[0] ?? "", ...names]) : process,
      flavour,
    );
  },
};
