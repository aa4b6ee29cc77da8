import { notSimulated } from "../../core/engine-error.ts";
import { newInode } from "../../vfs/entry.ts";
import { dirname, join } from "../../vfs/path.ts";
import { makeDirectories } from "../packages/python/make-directories.ts";
import type { Process, Program } from "../process.ts";
import type { DeclaredModule } from "./black-box.ts";
import { builtFile, type Linkage } from "./built-file.ts";
import { chooseBlackBox, seenThrough } from "./match-sources.ts";
import { putResult } from "./put-result.ts";

/** A build tool of which Drydock knows only what lessons declare. */
export interface ToolFacts {
  readonly name: string;
  /** The files that say what it depends on: what a step that only downloads needs. */
  readonly manifests: readonly string[];
  /** Goals that only download: `dependency:go-offline`. */
  readonly fetching: readonly string[];
  /** Where downloads are kept, below the user's home. */
  readonly cache: string;
  /** How what it makes is linked here; undefined: it cannot link. */
  linkage(process: Process): Linkage | undefined;
}

const SPEED = 5_000;

function fetch(process: Process, facts: ToolFacts, modules: readonly DeclaredModule[]): void {
  const { uid, gid } = process.credentials;
  for (const it of modules) {
    const home = process.env.get("HOME") || "/root";
    const folder = `${home === "/" ? "" : home}/${facts.cache}/${it.name.replaceAll(/[.:](?=[^/]*$)|:/g, "/")}/${it.version}`;
    if (process.files.exists(folder)) continue;
    makeDirectories(process.files, dirname(folder));
    process.files.place(folder, {
      kind: "directory",
      inode: newInode(),
      mode: 0o755,
      uid,
      gid,
      mtime: process.kernel.now() / 1000,
      children: new Map(),
      bulk: { files: it.files, bytes: it.bytes },
    });
    process.kernel.elapse(100 + it.bytes / SPEED);
  }
}

/** A program of that tool: goals are its words without a dash, and the declaration says what each makes. */
export function declaredTool(facts: ToolFacts): Program {
  return {
    name: facts.name,
    run(process) {
      const goals = process.argv.slice(1).filter((word) => !word.startsWith("-"));
      const typed = [facts.name, ...process.argv.slice(1)].join(" ");
      const own = process.kernel.blackBoxes.filter(({ build }) => build?.tool === facts.name);
      const fetching = goals.length > 0 && goals.every((goal) => facts.fetching.includes(goal));
      const candidates = fetching
        ? own.map((box) => seenThrough(box, (path) => facts.manifests.includes(path)))
        : own.filter(({ build }) => build?.target === goals.join(" "));
      const { build, ...box } = chooseBlackBox(process.files, process.cwd, candidates, typed, "build it");
      if (!build) throw notSimulated(typed, "build it");
      fetch(process, facts, build.modules);
      if (fetching) return 0;
      const linkage = facts.linkage(process);
      if (build.output === undefined || linkage === undefined)
        throw notSimulated(`${typed}: what it makes is not declared`, "build it");
      process.kernel.elapse(build.seconds * 1000);
      process.stdout.write(build.stdout ?? "");
      process.stderr.write(build.stderr ?? "");
      const content = builtFile({ ...box, build }, linkage, build.size);
      const failed = putResult(process, join(process.cwd, build.output), box.name, content);
      if (failed) throw notSimulated(`${typed} where ${failed.path} cannot be written`, "say so");
      return 0;
    },
  };
}
