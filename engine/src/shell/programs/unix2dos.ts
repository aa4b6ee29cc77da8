import type { Program } from "../process.ts";
import { lineEndingsAs } from "../text/line-endings.ts";

export const unix2dos: Program = lineEndingsAs("unix2dos", "\r\n");
