import { strerror } from "../../vfs/errno.ts";
import { complain } from "../options/options.ts";
import type { Output, Program } from "../process.ts";
import { openOutput } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";

export const tee: Program = tool(
  "tee",
  { flags: "aip", long: { append: "a", "ignore-interrupts": "i" } },
  (process, options, flavour) => {
    const outputs: Output[] = [process.stdout];
    let status = 0;
    for (const name of options.operands) {
      const output = openOutput(process, name, { append: options.has("a") }, process);
      if (typeof output === "string") status = complain(process, flavour, `${name}: ${strerror[output]}`);
      else outputs.push(output);
    }
    const text = process.stdin.rest();
    for (const output of outputs) output.write(text);
    return status;
  },
);
