import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { join } from "../../vfs/path.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, readOptions, refuse, Refusal } from "../options/options.ts";
import type { Program } from "../process.ts";

export const env: Program = {
  name: "env",
  run(process, flavour) {
    try {
      const options = readOptions(
        process,
        flavour,
        {
          flags: "i0v",
          values: "uC",
          long: { "ignore-environment": "i", null: "0", unset: "u", chdir: "C" },
          stopEarly: true,
          refusal: 125,
        },
        splitArguments(process.argv.slice(1)),
      );
      const words = [...options.operands];
      const variables = new Map(options.has("i") || words[0] === "-" ? [] : process.env);
      if (words[0] === "-") words.shift();
      for (const name of options.values("u")) variables.delete(name);
      while (words[0]?.includes("=")) {
        const word = words.shift() ?? "";
        variables.set(word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1));
      }
      if (options.has("0") && words.length > 0 && flavour === "gnu")
        refuse(process, flavour, "cannot specify --null (-0) with command", 125);
      if (words.length === 0) {
        const end = options.has("0") ? "\0" : "\n";
        process.stdout.write([...variables].map(([name, value]) => `${name}=${value}${end}`).join(""));
        return 0;
      }
      const status = process.start(words, {
        env: variables,
        cwd: join(process.cwd, options.value("C") ?? "."),
        replace: true,
      });
      if (typeof status === "number") return status;
      if (status.errno === "ENOEXEC") return process.spawn(words, { env: variables });
      const missing = status.errno === "ENOENT";
      complain(
        process,
        flavour,
        flavour === "gnu"
          ? `${gnuQuote(words[0] ?? "")}: ${strerror[status.errno]}`
          : `can't execute '${words[0]}': ${strerror[status.errno]}`,
      );
      return missing ? 127 : 126;
    } catch (stop) {
      if (stop instanceof Refusal) return stop.status;
      throw stop;
    }
  },
};

/** `-S 'A=1 sh -e'`: its words take its place before anything is read. */
function splitArguments(args: readonly string[]): string[] {
  const at = args.findIndex(
    (word) => /^(?:-[i0v]*S|--split-string(?:=|$))/.test(word) || !word.startsWith("-"),
  );
  const word = args[at] ?? "";
  const match = /^(?:-([i0v]*)S|--split-string(?:=|$))([^]*)$/.exec(word);
  if (!match) return [...args];
  const [, letters = "", joined = ""] = match;
  const text = joined === "" ? (args[at + 1] ?? "") : joined;
  const rest = args.slice(joined === "" ? at + 2 : at + 1);
  if (/["'\\$#]/.test(text)) throw notSimulated("quotes and variables in env -S", "read them");
  const first = letters === "" ? [] : [`-${letters}`];
  return [...args.slice(0, at), ...first, ...text.split(/\s+/).filter(Boolean), ...rest];
}
