import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

export const printenv: Program = tool(
  "printenv",
  { flags: "0", long: { null: "0" }, stopEarly: true, refusal: 2 },
  (process, options) => {
    const names = options.operands;
    const ending = options.has("0") ? "\0" : "\n";
    if (names.length === 0)
      process.stdout.write([...process.env].map(([name, value]) => `${name}=${value}${ending}`).join(""));
    let status = 0;
    for (const name of names) {
      const value = process.env.get(name);
      if (value === undefined) status = 1;
      else process.stdout.write(value + ending);
    }
    return status;
  },
);
