import type { Shell } from "../interpreter/shell.ts";
import type { Builtin } from "./builtin.ts";
import { pathOf, programPath } from "./describe.ts";
import { inBuckets } from "./in-buckets.ts";
import { optionsOf } from "./options-of.ts";

/** Buckets of the table of commands in dash and ash (`CMDTABLESIZE`). */
const COMMANDS = 31;

function list(shell: Shell): void {
  const { dialect, hashed } = shell;
  if (dialect !== "bash") {
    for (const name of inBuckets(hashed.keys(), COMMANDS))
      shell.print(`${programPath(shell, name) ?? name}\n`);
    return;
  }
  if (hashed.size === 0) return shell.print("hash: hash table empty\n");
  shell.print("hits\tcommand\n");
  for (const [name, hits] of hashed)
    shell.print(`${String(hits).padStart(4)}\t${programPath(shell, name) ?? name}\n`);
}

/** Programs are looked up anew each time; which ones were found is remembered, and shown. */
export const hash: Builtin = {
  name: "hash",
  run(shell, args) {
    const { options, rest } = optionsOf(shell, args, shell.dialect === "bash" ? "lrdtp:" : "r");
    if (options.has("r")) shell.hashed.clear();
    else if (rest.length === 0) list(shell);
    let status = 0;
    for (const name of rest) {
      if (pathOf(shell, name) === undefined) {
        shell.complain(`${name}: not found`);
        status = 1;
      } else if (!name.includes("/") && !shell.interpreter.builtin(shell, name)) shell.hashed.set(name, 0);
    }
    return status;
  },
};
