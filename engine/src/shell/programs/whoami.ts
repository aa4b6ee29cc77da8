import { complain, refuse } from "../options/options.ts";
import { userName } from "../accounts/owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

export const whoami: Program = tool("whoami", {}, (process, { operands }, flavour) => {
  const [extra] = operands;
  if (extra !== undefined) refuse(process, flavour, `extra operand \u2018${extra}\u2019`);
  const { uid } = process.credentials;
  const name = userName(process, uid);
  if (name === undefined)
    return complain(
      process,
      flavour,
      flavour === "gnu" ? `cannot find name for user ID ${uid}` : `unknown uid ${uid}`,
    );
  process.stdout.write(`${name}\n`);
  return 0;
});
