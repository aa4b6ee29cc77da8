import type { Program } from "../process.ts";
import { programParts } from "../program-parts.ts";

/** `jq`: a filter over JSON values, as jq 1.6 does it; what later versions do otherwise is told or left out. */
export const jq: Program = {
  name: "jq",
  run: (process, flavour) => programParts.jq.data(process, flavour),
};
