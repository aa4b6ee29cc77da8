import type { Program } from "../process.ts";
import { join } from "../../vfs/path.ts";
import { withArgv } from "../with-argv.ts";
import { cat } from "./cat.ts";

const RULE = "::::::::::::::";

/** Without a terminal a pager prints everything; util-linux's puts the name above each file that it is given. */
export const more: Program = {
  name: "more",
  run(process, flavour) {
    const files = process.argv.slice(1).filter((word) => !word.startsWith("-"));
    if (flavour === "busybox" || files.length === 0) return cat.run(process, flavour);
    let status = 0;
    for (const file of files) {
      if (process.files.exists(join(process.cwd, file))) process.stdout.write(`${RULE}\n${file}\n${RULE}\n`);
      status = cat.run(withArgv(process, ["more", file]), flavour) || status;
    }
    return status;
  },
};
