import { checksumProgram } from "../digests/checksum-program.ts";
import type { Program } from "../process.ts";
import { sha384 } from "../digests/sha512.ts";

export const sha384sum: Program = checksumProgram("sha384sum", sha384);
