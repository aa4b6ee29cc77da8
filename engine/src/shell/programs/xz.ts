import { isXz, unxz as unpack } from "../../archive/xz.ts";
import type { Program } from "../process.ts";
import { unpackerAs } from "../tree/unpacker.ts";

export const xz: Program = unpackerAs("xz", { is: isXz, unpack, suffixes: { ".xz": "", ".txz": ".tar" } });
