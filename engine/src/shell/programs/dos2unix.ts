import type { Program } from "../process.ts";
import { lineEndingsAs } from "../text/line-endings.ts";

export const dos2unix: Program = lineEndingsAs("dos2unix", "\n");
