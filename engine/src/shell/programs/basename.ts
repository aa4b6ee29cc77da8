import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const base = (name: string): string => {
  const trimmed = name.replace(/(.)\/+$/, "$1");
  return trimmed === "/" ? "/" : trimmed.slice(trimmed.lastIndexOf("/") + 1);
};

export const basename: Program = tool(
  "basename",
  { flags: "az", values: "s", long: { multiple: "a", suffix: "s", zero: "z" }, stopEarly: true },
  (process, options, flavour) => {
    const several = options.has("a") || options.has("s");
    if (options.operands.length === 0) missingOperand(process, flavour);
    if (!several && options.operands.length > 2)
      return complain(
        process,
        flavour,
        `extra operand '${options.operands[2]}'\nTry '${process.argv[0]} --help' for more information.`,
      );
    const suffix = options.value("s") ?? (several ? "" : (options.operands[1] ?? ""));
    for (const name of several ? options.operands : options.operands.slice(0, 1)) {
      const found = base(name);
      process.stdout.write(
        (suffix !== "" && found !== suffix && found.endsWith(suffix)
          ? found.slice(0, -suffix.length)
          : found) + (options.has("z") ? "\0" : "\n"),
      );
    }
    return 0;
  },
);
