import { sha256 } from "../../core/sha256.ts";
import { checksumProgram } from "../digests/checksum-program.ts";
import type { Program } from "../process.ts";

export const sha256sum: Program = checksumProgram("sha256sum", sha256);
