import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const VARIABLE = /\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|([A-Za-z_][A-Za-z0-9_]*))/g;

/** gettext's envsubst: `$NAME` and `${NAME}` only; with a word, only the variables that the word names. */
export const envsubst: Program = tool(
  "envsubst",
  { flags: "v", long: { variables: "v" }, lacks: "hV" },
  (process, options, flavour) => {
    const [format, extra] = options.operands;
    if (extra !== undefined) return complain(process, flavour, "too many arguments");
    const named = [...(format ?? "").matchAll(VARIABLE)].map((match) => match[1] ?? match[2] ?? "");
    if (options.has("v")) {
      if (format === undefined) return complain(process, flavour, "missing arguments");
      process.stdout.write(named.map((name) => `${name}\n`).join(""));
      return 0;
    }
    const text = process.stdin.rest();
    process.kernel.spend(text.length >> 8);
    process.stdout.write(
      text.replaceAll(VARIABLE, (whole, braced: string | undefined, plain: string | undefined) => {
        const name = braced ?? plain ?? "";
        return format === undefined || named.includes(name) ? (process.env.get(name) ?? "") : whole;
      }),
    );
    return 0;
  },
);
