import type { Builtin } from "./builtin.ts";
import { mapfile } from "./mapfile.ts";

export const readarray: Builtin = { ...mapfile, name: "readarray" };
