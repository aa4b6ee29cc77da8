import { Content } from "../../vfs/content.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const CACHE = "/etc/ld.so.cache";

/** Writes the cache of libraries anew; its bytes are not carried, its size stays what it was. */
export const ldconfig: Program = tool("ldconfig", { lacks: "*" }, (process, _, flavour) => {
  const old = process.files.read(CACHE);
  const size = typeof old === "string" ? 0 : old.size;
  const identity = `${CACHE} ${process.kernel.now()}`;
  const errno = process.files.write(CACHE, Content.declared(size, identity), 0o644);
  if (!errno) return 0;
  return complain(process, flavour, `Can't create temporary cache file ${CACHE}~: Permission denied`);
});
