import { notSimulated } from "../../../core/engine-error.ts";
import { dirname, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { tellUnreachable } from "./unreachable.ts";

/** Folders whose programs npm puts in front of the PATH: `node_modules/.bin` of here and of everything above. */
function binFolders(process: Process): readonly string[] {
  const found: string[] = [];
  for (let folder = process.cwd; ; folder = dirname(folder)) {
    found.push(join(folder, "node_modules/.bin"));
    if (folder === "/") return found;
  }
}

/**
 * `npx NAME` and `npm exec NAME`: the command of an installed package, here or globally (npm-exec(1)).
 *
 * @param line `-c LINE`: what sh runs with those commands on its PATH
 * @throws {EngineError} NOT_SIMULATED for a package that would be fetched first
 */
export function execBin(process: Process, words: readonly string[], line: string | undefined): number {
  const folders = binFolders(process);
  const path = [...folders, process.env.get("PATH") ?? ""].join(":");
  const env = new Map(process.env).set("PATH", path);
  if (line !== undefined) return process.spawn(["sh", "-c", line], { env });
  const [name, ...rest] = words;
  if (name === undefined) throw notSimulated("npm exec without a command", "open a shell");
  const there = [...folders, "/usr/local/bin"].some((folder) => process.files.exists(`${folder}/${name}`));
  if (there) return process.spawn([name, ...rest], { env });
  if (process.kernel.network.address === null) return tellUnreachable(process, name.replace(/@[^/]*$/, ""));
  throw notSimulated(`npx ${name}, which is not installed`, "fetch the package, and run its command");
}
