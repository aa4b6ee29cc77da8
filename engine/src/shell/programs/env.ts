import { strerror } from "../../vfs/errno.ts";
import { gnuQuote } from "../gnu-quote.ts";
import { complain, readOptions, refuse, Refusal } from "../options.ts";
import type { Program } from "../process.ts";

export const env: Program = {
  name: "env",
  run(process, flavour) {
    try {
      const options = readOptions(process, flavour, {
        flags: "i0v",
        values: "uCS",
        long: { "ignore-environment": "i", null: "0", unset: "u", chdir: "C", "split-string": "S" },
        stopEarly: true,
        refusal: 125,
      });
      const words = [...options.operands];
      const split = options.value("S");
      if (split !== undefined) words.unshift(...split.split(/\s+/).filter(Boolean));
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
        cwd: options.value("C") ?? process.cwd,
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
