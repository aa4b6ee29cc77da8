import { checksumProgram } from "../checksum-program.ts";
import type { Program } from "../process.ts";
import { sha1 } from "../sha1.ts";

export const sha1sum: Program = checksumProgram("sha1sum", sha1);
