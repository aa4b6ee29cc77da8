import type { Dialect } from "./shell.ts";

/** dash's and ash's table of variables: the first letter counts for sixteen more, the sum over 39 buckets (dash, var.c). */
function almquistBucket(name: string): number {
  let hash = (name.charCodeAt(0) || 0) << 4;
  for (let i = 0; i < name.length; i++) hash += name.charCodeAt(i);
  return hash % 39;
}

/** bash's table: FNV-1 over 1,024 buckets (bash, hashlib.c and variables.c). */
function bashBucket(name: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash, 16_777_619) ^ name.charCodeAt(i);
  return hash & 1023;
}

/**
 * Puts the names of an environment in the order in which a shell hands them to a program: that of its hash table. In one bucket
 * dash and ash keep the order of setting, bash has the newest first, and `_` after all.
 */
export function environmentOrder(dialect: Dialect, env: ReadonlyMap<string, string>): Map<string, string> {
  const bash = dialect === "bash";
  const bucket = bash ? bashBucket : almquistBucket;
  const rows = [...env].map((row) => ({ row, at: bash && row[0] === "_" ? Infinity : bucket(row[0]) }));
  if (bash) rows.reverse();
  return new Map(rows.sort((a, b) => a.at - b.at).map(({ row }) => row));
}
