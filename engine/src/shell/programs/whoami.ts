import { complain } from "../options.ts";
import { userName } from "../owner.ts";
import type { Program } from "../process.ts";

export const whoami: Program = {
  name: "whoami",
  run(process, flavour) {
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
