import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { FileState } from "@drydock/engine";
import { Collector } from "../../submission/collector.ts";
import { Refusal } from "../../submission/limits.ts";

/** Folders that may be large and are never graded: not even looked into, unless the lesson has one of that name itself. */
const HUGE = new Set([".git", "node_modules", "__MACOSX"]);

/** What the system does not let us read is refused in words without paths of this machine; anything else is passed on. */
export function unreadable(error: unknown): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === undefined || !/^E[A-Z]+$/.test(code)
    ? error
    : new Refusal(`something in it cannot be read (${code})`);
}

/** Files of a folder. Links stay links, and nothing outside is read; devices and pipes are refused. */
export function readFolder(folder: string, kept: ReadonlySet<string> = HUGE): FileState {
  const collector = new Collector();
  const walk = (prefix: string): void => {
    const names = readdirSync(join(folder, prefix)).sort();
    for (const name of names) {
      const path = collector.name(prefix + name);
      if (path === undefined) continue;
      const full = join(folder, path);
      const stat = lstatSync(full);
      if (stat.isSymbolicLink()) collector.link(path, readlinkSync(full));
      else if (stat.isDirectory()) {
        if (!HUGE.has(name) || kept.has(name)) walk(`${path}/`);
      } else if (stat.isFile()) {
        collector.count(stat.size, path);
        collector.count(-stat.size, path);
        collector.file(path, readFileSync(full), (stat.mode & 0o100) !== 0);
      } else throw new Refusal(`${JSON.stringify(path)} is neither a file, nor a folder, nor a link`);
    }
  };
  try {
    walk("");
  } catch (error) {
    throw unreadable(error);
  }
  return collector.files();
}
