import { removeUser } from "../account-files.ts";
import { complain } from "../options.ts";
import { accounts } from "../owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const deluser: Program = tool(
  "deluser",
  { flags: "rq", long: { "remove-home": "r", quiet: "q" }, lacks: "*" },
  (process, options, flavour) => {
    const [name = ""] = options.operands;
    if (!accounts(process).some((account) => account.name === name)) {
      if (flavour === "busybox") return complain(process, flavour, `unknown user ${name}`);
      process.stderr.write(`fatal: The user \`${name}' does not exist.\n`);
      return 2;
    }
    removeUser(process, name);
    return 0;
  },
);
