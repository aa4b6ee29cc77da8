import { notSimulated } from "../../core/engine-error.ts";
import { openApt } from "../packages/apt/apt-session.ts";
import { depends } from "../packages/apt/depends.ts";
import { madison } from "../packages/apt/madison.ts";
import { policy } from "../packages/apt/policy.ts";
import { search } from "../packages/apt/search.ts";
import { cacheShow } from "../packages/apt/show.ts";
import type { Program } from "../process.ts";

/** Commands that look at more of the archive than the catalogue has. */
const UNKNOWN =
  "gencaches showpkg showsrc stats dump dumpavail unmet rdepends pkgnames dotty xvcg depends".split(" ");

/** `apt-cache`: what the lists say of packages. */
export const aptCache: Program = {
  name: "apt-cache",
  run(process) {
    const [command = "", ...words] = process.argv.slice(1);
    const names = words.filter((word) => !word.startsWith("-"));
    const flags = new Set(
      words.flatMap((word) => (word === "-i" ? "important" : word.startsWith("--") ? word.slice(2) : [])),
    );
    const session = openApt(process, 0);
    switch (command) {
      case "policy":
        if (names.length > 0) return policy(session, names);
        break;
      case "madison":
        return madison(session, names);
      case "show":
        return cacheShow(session, names, flags.has("no-all-versions"));
      case "depends":
        return depends(session, names, flags);
      case "search":
        return search(session, names, false);
    }
    if (command !== "" && command !== "policy" && !UNKNOWN.includes(command)) {
      process.stderr.write(`E: Invalid operation ${command}\n`);
      return 100;
    }
    throw notSimulated(`apt-cache ${command}`, "look into the package lists");
  },
};
