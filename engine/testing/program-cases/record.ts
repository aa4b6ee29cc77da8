import { writeFileSync } from "node:fs";
import { dialectOf, type ShellCase } from "../cases/shell-case.ts";
import { writeShellCases } from "../cases/write-shell-cases.ts";
import { lineFiles } from "../program-lines.ts";
import { realShell } from "../real-shell.ts";
import type { Answer } from "../shell.ts";
import { ownMachine } from "./own-machine.ts";
import type { PlacedFile } from "../replay/transcript.ts";
import { programFiles } from "./program-files.ts";

/*
 * Writes down anew what the real programs of this machine do: `node engine/testing/program-cases/record.ts NAME…`.
 * A new case needs its `# id` and `$ script` only. It takes root, since the machine's accounts are hidden meanwhile. Of a program that this machine lacks, nothing is to be recorded.
 */

const placed = (left: Answer["changed"][string]): PlacedFile => {
  if ("link" in left) return { kind: "link", target: left.link };
  return "directory" in left
    ? { kind: "folder", mode: left.mode }
    : { kind: "text", text: left.content, mode: left.mode };
};

function recorded(one: ShellCase): ShellCase {
  const answer = realShell(dialectOf(one), ownMachine)?.({ script: one.script, files: lineFiles });
  if (!answer) throw new Error(`no real shell for ${one.id}`);
  const { stdout, stderr, exitCode, gone } = answer;
  const changed = Object.entries(answer.changed)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, left]) => ({ path, file: placed(left), varies: false }));
  return { ...one, stdout, stderr, exitCode, changed, gone: gone.toSorted() };
}

const wanted = new Set(process.argv.slice(2));
for (const { program, path, cases } of programFiles())
  if (wanted.has(program)) writeFileSync(path, writeShellCases(cases.map(recorded)));
