import { humanSize } from "../../core/size.ts";
import { ago } from "../listing/time-text.ts";
import type { CacheRecord } from "../../daemon/cache/cache-records.ts";

/**
 * What `docker builder prune` lists while it removes: its table is aligned by tabs, and each row after the first is laid out
 * alone, so its columns stand closer [recording build/cache/prune].
 */
export function cacheTable(records: readonly CacheRecord[], now: number): string {
  if (records.length === 0) return "";
  const row = ({ id, size, mutable, use }: CacheRecord, first: boolean): string =>
    `${`${id}${mutable ? "*" : ""}`.padEnd(40)}\ttrue \t${first ? "\t" : ""}${humanSize(size).padEnd(10)}\t${ago(now, use.used)}\n`;
  return `ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n${records.map((record, i) => row(record, i === 0)).join("")}`;
}
