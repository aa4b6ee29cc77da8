import type { Program } from "../process.ts";
import { grepAs } from "./grep.ts";

export const egrep: Program = grepAs("egrep", "E");
