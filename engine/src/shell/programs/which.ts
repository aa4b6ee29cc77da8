import type { Program } from "../process.ts";
import { findProgram } from "../start/find-program.ts";
import { tool } from "../options/tool.ts";

/** Debian's and busybox's `which` both stay silent about a name that they do not find. */
export const which: Program = tool("which", { flags: "as" }, (process, options) => {
  let status = options.operands.length === 0 ? 1 : 0;
  for (const name of options.operands) {
    const folders = name.includes("/") ? [""] : (process.env.get("PATH") ?? "").split(":");
    const found = folders
      .map((folder) => findProgram(process.files, process.cwd, name, folder))
      .filter((one) => typeof one !== "string");
    if (found.length === 0) status = 1;
    for (const { path } of options.has("a") ? found : found.slice(0, 1))
      process.stdout.write(`${name.includes("/") ? name : path}\n`);
  }
  return status;
});
