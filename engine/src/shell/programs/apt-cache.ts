import { notSimulated } from "../../core/engine-error.ts";
import { openApt } from "../packages/apt/apt-session.ts";
import { madison } from "../packages/apt/madison.ts";
import { notHeld } from "../packages/apt/not-held.ts";
import { policy } from "../packages/apt/policy.ts";
import type { Process, Program } from "../process.ts";

/** Do the lists lack all of these names for sure? */
function surelyUnknown(process: Process, names: readonly string[]): boolean {
  const { catalogue, installed, lists } = openApt(process, 0);
  return names.every(
    (name) => !installed.has(name) && (!lists || notHeld[catalogue.suite].unknown.has(name)),
  );
}

/** `apt-cache policy` and `madison`; descriptions and relations are not in the catalogue, and told as not simulated. */
export const aptCache: Program = {
  name: "apt-cache",
  run(process) {
    const [command = "", ...words] = process.argv.slice(1);
    const names = words.filter((word) => !word.startsWith("-"));
    if (command === "policy" && names.length > 0) return policy(process, names);
    if (command === "madison" && names.length > 0) return madison(process, names);
    if (
      ["show", "depends", "rdepends"].includes(command) &&
      names.length > 0 &&
      surelyUnknown(process, names)
    ) {
      process.stderr.write("E: No packages found\n");
      return 100;
    }
    if (command === "search" && !openApt(process, 0).lists) return 0;
    throw notSimulated(`apt-cache ${command}`, "look into the package lists");
  },
};
