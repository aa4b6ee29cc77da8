import type { Program } from "../process.ts";
import { cat } from "./cat.ts";

/** Without a terminal a pager prints everything. */
export const less: Program = {
  name: "less",
  run: (process, flavour) => cat.run(process, flavour),
};
