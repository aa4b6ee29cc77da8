import { complain } from "../options.ts";
import { userName } from "../owner.ts";
import type { Process, Program } from "../process.ts";

export const whoami: Program = {
  name: "whoami",
  run(process, flavour) {
    const [extra] = process.argv.slice(1);
    if (flavour === "gnu" && extra !== undefined && !extra.startsWith("-")) return tooMany(process, extra);
    const { uid } = process.credentials;
    const name = userName(process, uid);
    if (name === undefined)
      return complain(
        process,
        flavour,
        flavour === "gnu" ? `cannot find name for user ID ${uid}` : `unknown uid ${uid}`,
      );
    process.stdout.write(`${name}\n`);
    return 0;
  },
};

function tooMany(process: Process, extra: string): 1 {
  complain(process, "gnu", `extra operand \u2018${extra}\u2019`);
  process.stderr.write(`Try '${process.argv[0] ?? "whoami"} --help' for more information.\n`);
  return 1;
}
