import type { Program } from "../process.ts";
import { runCommand } from "../run-command.ts";
import { tool } from "../options/tool.ts";

/** A session of its own changes nothing here. */
export const setsid: Program = tool(
  "setsid",
  { flags: "cfw", long: { ctty: "c", fork: "f", wait: "w" }, stopEarly: true },
  (process, { operands }, flavour) =>
    runCommand(process, flavour, operands, {}, (name) => `failed to execute ${name}`),
);
