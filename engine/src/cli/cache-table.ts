import { humanSize } from "../core/size.ts";
import type { CacheRecord } from "../daemon/cache-records.ts";

/**
 * What `docker builder prune` lists while it removes: its table is aligned by tabs, and each row after the first is laid out
 * alone, so its columns stand closer [recording build/cache/prune].
 */
export function cacheTable(records: readonly CacheRecord[]): string {
  if (records.length === 0) return "";
  const row = ({ id, size, local }: CacheRecord, first: boolean): string =>
    `${`${id}${local ? "*" : ""}`.padEnd(40)}\ttrue \t${first ? "\t" : ""}${humanSize(size).padEnd(10)}\tLess than a second ago\n`;
  return `ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n${records.map((record, i) => row(record, i === 0)).join("")}`;
}
