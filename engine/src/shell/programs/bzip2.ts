import { bunzip2 as unpack, isBzip2 } from "../../archive/bzip2.ts";
import type { Program } from "../process.ts";
import { unpackerAs } from "../tree/unpacker.ts";

export const bzip2: Program = unpackerAs("bzip2", {
  is: isBzip2,
  unpack,
  suffixes: { ".bz2": "", ".tbz2": ".tar" },
});
