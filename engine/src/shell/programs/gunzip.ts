import type { Program } from "../process.ts";
import { gzipAs } from "./gzip.ts";

export const gunzip: Program = gzipAs("gunzip", true, false);
