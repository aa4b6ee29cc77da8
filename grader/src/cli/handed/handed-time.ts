import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Handed } from "./handed.ts";

const MOST = 5000;

/** When it was handed in: what the platform says, else the newest file's time; undefined where neither can be told. */
export function handedTime({ at, parts }: Handed): number | undefined {
  if (at !== undefined) return at;
  let left = MOST;
  let newest: number | undefined;
  const look = (path: string): void => {
    if (left-- <= 0) return;
    const stat = lstatSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path))
        if (name !== ".git" && name !== "node_modules") look(join(path, name));
    } else newest = Math.max(newest ?? 0, stat.mtimeMs);
  };
  try {
    for (const { path } of parts) look(path);
  } catch {
    return newest;
  }
  return newest;
}
