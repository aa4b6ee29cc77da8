import { withArgv } from "../with-argv.ts";
import type { Program } from "../process.ts";
import { uname } from "./uname.ts";

/** `uname -m` under another name. */
export const arch: Program = {
  name: "arch",
  run: (process, flavour) => uname.run(withArgv(process, ["uname", "-m"]), flavour),
};
