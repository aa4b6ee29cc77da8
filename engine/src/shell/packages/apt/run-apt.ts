import { notSimulated } from "../../../core/engine-error.ts";
import { basename } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { readAptOptions } from "./apt-options.ts";
import { openApt, readingLines } from "./apt-session.ts";
import { download } from "./download.ts";
import { install } from "./install.ts";
import { list } from "./list.ts";
import { policy } from "./policy.ts";
import { remove } from "./remove.ts";
import { search } from "./search.ts";
import { show } from "./show.ts";
import { update } from "./update.ts";
import { upgrade } from "./upgrade.ts";

/** Removes what lies in a folder, the folder stays. */
function empty(process: Process, folder: string, keep: RegExp): void {
  const names = process.files.list(folder);
  for (const name of typeof names === "string" ? [] : names) {
    if (!keep.test(name)) process.spawn(["rm", "-rf", `${folder}/${name}`]);
  }
}

/** Commands that `apt` has and `apt-get` lacks. */
const FOR_PEOPLE = ["list", "show", "search", "policy", "edit-sources"];

/** `apt-get` and `apt`: the same work, the second with its warning in scripts. */
export function runApt(process: Process, args: readonly string[]): number {
  const options = readAptOptions(args);
  if ("error" in options) {
    process.stderr.write(`${options.error}\n`);
    return 100;
  }
  if (FOR_PEOPLE.includes(options.command) && basename(process.argv[0] ?? "") === "apt-get") {
    process.stderr.write(`E: Invalid operation ${options.command}\n`);
    return 100;
  }
  switch (options.command) {
    case "update":
      return update(process, options.quiet, options.has("error-on"));
    case "install":
      return install(process, options);
    case "remove":
    case "purge":
    case "autoremove":
    case "autopurge":
    case "auto-remove":
      return remove(process, {
        ...options,
        command: options.command === "auto-remove" ? "autoremove" : options.command,
        purge: options.purge || options.command === "autopurge",
      });
    case "clean":
    case "autoclean":
      // Nothing lies there: Debian's images remove archives after each install (docker-clean).
      if (options.command === "autoclean") readingLines(openApt(process, options.quiet));
      empty(process, "/var/cache/apt/archives", /^(lock|partial)$/);
      return 0;
    case "dist-clean":
    case "distclean":
      empty(process, "/var/cache/apt/archives", /^(lock|partial)$/);
      empty(process, "/var/lib/apt/lists", /^(lock|partial|auxfiles)$|_InRelease$/);
      return 0;
    case "check":
      readingLines(openApt(process, options.quiet));
      return 0;
    case "upgrade":
    case "dist-upgrade":
    case "full-upgrade":
      return upgrade(process, options);
    case "download":
      return download(process, options);
    case "list":
      return list(openApt(process, 0), options);
    case "show":
      return show(openApt(process, 0), options.operands);
    case "search":
      return search(openApt(process, 0), options.operands, true);
    case "policy":
      return policy(openApt(process, 0), options.operands);
    case "":
    case "help":
    case "build-dep":
    case "source":
    case "changelog":
    case "moo":
    case "indextargets":
    case "dselect-upgrade":
    case "satisfy":
    case "edit-sources":
      throw notSimulated(`${process.argv[0]} ${options.command}`, "run that command");
    default:
      process.stderr.write(`E: Invalid operation ${options.command}\n`);
      return 100;
  }
}
