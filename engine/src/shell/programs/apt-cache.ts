import { notSimulated } from "../../core/engine-error.ts";
import { policy } from "../packages/apt/policy.ts";
import type { Program } from "../process.ts";

/** `apt-cache policy`; the rest of it is told as not simulated. */
export const aptCache: Program = {
  name: "apt-cache",
  run(process) {
    const [command, ...names] = process.argv.slice(1);
    if (command === "policy" && names.length > 0) return policy(process, names);
    throw notSimulated(`apt-cache ${command ?? ""}`, "look into the package lists");
  },
};
