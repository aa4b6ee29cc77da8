import type { Program } from "../process.ts";
import { grepAs } from "./grep.ts";

export const fgrep: Program = grepAs("fgrep", "F");
