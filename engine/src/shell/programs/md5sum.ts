import { checksumProgram } from "../digests/checksum-program.ts";
import { md5 } from "../digests/md5.ts";
import type { Program } from "../process.ts";

export const md5sum: Program = checksumProgram("md5sum", md5);
