import { notSimulated } from "../../core/engine-error.ts";
import type { Builtin } from "./builtin.ts";
import { describe, kindOf, pathOf, programPath } from "./describe.ts";
import { optionsOf } from "./options-of.ts";

export const type: Builtin = {
  name: "type",
  run(shell, args) {
    if (shell.dialect === "dash") return args.map((name) => describe(shell, name)).every(Boolean) ? 0 : 127;
    if (shell.dialect === "ash") {
      if (!args[0]?.startsWith("-"))
        return args.map((name) => describe(shell, name)).every(Boolean) ? 0 : 127;
      const paths = args.slice(1).map((name) => pathOf(shell, name));
      for (const path of paths) if (path !== undefined) shell.print(`${path}\n`);
      return paths.includes(undefined) ? 127 : 0;
    }
    const { options, rest } = optionsOf(shell, args, "afptP");
    if (options.has("a") || options.has("f"))
      throw notSimulated("type -a and -f", "bash would list more than one meaning");
    let status = 0;
    for (const name of rest) {
      const kind = kindOf(shell, name);
      if (options.size === 0) status = describe(shell, name) ? status : 1;
      else if (options.has("t")) {
        if (kind === undefined) status = 1;
        else shell.print(`${kind}\n`);
      } else {
        const path = options.has("P") || kind === "file" ? programPath(shell, name) : undefined;
        if (path !== undefined) shell.print(`${path}\n`);
        else if (options.has("P") || kind === undefined) status = 1;
      }
    }
    return status;
  },
};
