import type { Program } from "../process.ts";
import { gzipAs } from "./gzip.ts";

export const zcat: Program = gzipAs("zcat", true, true);
