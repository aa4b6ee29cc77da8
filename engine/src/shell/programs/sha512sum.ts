import { checksumProgram } from "../digests/checksum-program.ts";
import type { Program } from "../process.ts";
import { sha512 } from "../digests/sha512.ts";

export const sha512sum: Program = checksumProgram("sha512sum", sha512);
