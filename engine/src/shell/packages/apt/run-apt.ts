import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { aptCost } from "./apt-cost.ts";
import { readAptOptions } from "./apt-options.ts";
import { openApt, readingLines } from "./apt-session.ts";
import { install } from "./install.ts";
import { remove } from "./remove.ts";
import { tellPlan } from "./tell-plan.ts";
import { update } from "./update.ts";

/** Removes what lies in a folder, the folder stays. */
function empty(process: Process, folder: string, keep: RegExp): void {
  const names = process.files.list(folder);
  for (const name of typeof names === "string" ? [] : names) {
    if (!keep.test(name)) process.spawn(["rm", "-rf", `${folder}/${name}`]);
  }
}

/** `apt-get` and `apt`: the same work, the second with its warning in scripts. */
export function runApt(process: Process, args: readonly string[]): number {
  const options = readAptOptions(args);
  if ("error" in options) {
    process.stderr.write(`${options.error}\n`);
    return 100;
  }
  switch (options.command) {
    case "update":
      return update(process, options.quiet);
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
    case "full-upgrade": {
      const session = openApt(process, options.quiet);
      process.kernel.elapse(aptCost.readLists);
      readingLines(session);
      session.say("Calculating upgrade...");
      if (session.lists)
        throw notSimulated(
          `apt-get ${options.command}`,
          "install newer versions of what the image has, where the archive has any",
        );
      tellPlan(session, { sections: [], news: 0, removed: 0 });
      return 0;
    }
    case "":
    case "help":
    case "build-dep":
    case "source":
    case "download":
    case "changelog":
    case "list":
    case "search":
    case "show":
    case "policy":
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
