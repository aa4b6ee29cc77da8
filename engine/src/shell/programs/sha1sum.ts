import { checksumProgram } from "../digests/checksum-program.ts";
import type { Program } from "../process.ts";
import { sha1 } from "../digests/sha1.ts";

export const sha1sum: Program = checksumProgram("sha1sum", sha1);
