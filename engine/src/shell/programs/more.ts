import type { Program } from "../process.ts";
import { cat } from "./cat.ts";

/** Without a terminal a pager prints everything. */
export const more: Program = {
  name: "more",
  run: (process, flavour) => cat.run(process, flavour),
};
