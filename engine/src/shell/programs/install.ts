import { strerror } from "../../vfs/errno.ts";
import { pairsOf } from "../tree/destination.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { changeMode } from "../tree/mode.ts";
import { complain, refuse } from "../options/options.ts";
import { readOwner } from "../accounts/owner.ts";
import type { Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at, isDirectory, isEntry, statOf } from "../tree/tree.ts";

function makeParents(process: Process, name: string): string | undefined {
  for (const part of name.matchAll(/[^/]+/g)) {
    const prefix = name.slice(0, part.index + part[0].length);
    if (isDirectory(process, prefix)) continue;
    const errno = process.files.mkdir(at(process, prefix), 0o755);
    if (errno) return strerror[errno];
  }
  return undefined;
}

export const install: Program = tool(
  "install",
  {
    flags: "dDvpscTC",
    values: "mogt",
    long: {
      directory: "d",
      mode: "m",
      owner: "o",
      group: "g",
      "target-directory": "t",
      verbose: "v",
      "preserve-timestamps": "p",
    },
    lacks: "bSZ",
  },
  (process, options, flavour) => {
    const modeWord = options.value("m") ?? "755";
    const mode = changeMode(modeWord, 0, options.has("d"), 0);
    if (mode === undefined) return complain(process, flavour, `invalid mode ${gnuQuote(modeWord)}`);
    const owner = readOwner(
      process,
      `${options.value("o") ?? ""}${options.has("g") ? `:${options.value("g")}` : ""}`,
    );
    if ("badUser" in owner)
      return complain(
        process,
        flavour,
        flavour === "gnu" ? `invalid user ${gnuQuote(owner.badUser)}` : `unknown user ${owner.badUser}`,
      );
    if ("badGroup" in owner)
      return complain(
        process,
        flavour,
        flavour === "gnu" ? `invalid group ${gnuQuote(owner.badGroup)}` : `unknown group ${owner.badGroup}`,
      );
    const finish = (path: string): void => {
      process.files.chown(path, owner.uid, owner.gid);
      process.files.chmod(path, mode);
    };
    let status = 0;
    if (options.has("d")) {
      if (options.operands.length === 0) refuse(process, flavour, "missing file operand");
      if (options.has("t") && flavour === "gnu")
        return complain(process, flavour, "target directory not allowed when installing a directory");
      for (const name of options.operands) {
        const words = makeParents(process, name);
        if (words === undefined) finish(at(process, name));
        else status = complain(process, flavour, `cannot create directory ${gnuQuote(name)}: ${words}`);
      }
      return status;
    }
    if (options.has("D") && options.operands.length === 2) {
      const target = options.operands[1] ?? "";
      if (target.includes("/")) makeParents(process, target.slice(0, target.lastIndexOf("/")));
    } else if (options.has("D") && options.value("t") !== undefined)
      makeParents(process, options.value("t") ?? "");
    const pairs = pairsOf(process, flavour, options);
    if (typeof pairs === "number") return pairs;
    for (const [source, target] of pairs) {
      const entry = statOf(process, source);
      const content =
        isEntry(entry) && entry.kind === "directory" ? "EISDIR" : process.files.read(at(process, source));
      if (typeof content === "string") {
        status = complain(
          process,
          flavour,
          flavour === "gnu"
            ? content === "EISDIR"
              ? `omitting directory ${gnuQuote(source)}`
              : `cannot stat ${gnuQuote(source)}: ${strerror[content]}`
            : `can't stat '${source}': ${strerror[content]}`,
        );
        continue;
      }
      if (options.has("v") && flavour === "gnu") process.stdout.write(`'${source}' -> '${target}'\n`);
      const path = at(process, target);
      process.files.unlink(path);
      const errno = process.files.write(path, content, 0o600);
      if (errno) {
        status = complain(
          process,
          flavour,
          flavour === "gnu"
            ? `cannot create regular file ${gnuQuote(target)}: ${strerror[errno]}`
            : `can't create '${target}': ${strerror[errno]}`,
        );
        continue;
      }
      finish(path);
      if (options.has("p") && isEntry(entry)) process.files.touch(path, entry.mtime);
      if (options.has("v") && flavour === "busybox") process.stdout.write(`'${source}' -> '${target}'\n`);
    }
    return status;
  },
);
