import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { readBehaviour } from "../../../grader/src/authoring/read-behaviour.ts";
import { bases } from "../../bases/index.ts";
import type { FileStateEntry } from "../../src/context/file-state.ts";
import { Workstation } from "../../src/host/workstation.ts";
import type { BlackBox } from "../../src/shell/black-boxes/black-box.ts";
import type { Outcome } from "./outcome.ts";

const CONTEXTS = join(import.meta.dirname, "../testdata/real-life");

/** Names of the Dockerfiles, one a folder. */
export const contextNames = (): readonly string[] => readdirSync(CONTEXTS).toSorted();

function filesOf(name: string): Record<string, FileStateEntry> {
  const root = join(CONTEXTS, name);
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    found.map((entry): [string, FileStateEntry] => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, "utf8");
      const runs = (statSync(path).mode & 0o100) !== 0;
      return [relative(root, path), runs ? { text, mode: "0755" } : text];
    }),
  );
}

/** The programs that a context declares beside its files, as a lesson does. */
function declaredIn(name: string, text: string, files: Record<string, FileStateEntry>): readonly BlackBox[] {
  const read = readBehaviour(`${name}/behaviour.yaml`, text, [files]);
  if ("problems" in read)
    throw new Error(read.problems.map(({ line, message }) => `${name}:${line}: ${message}`).join("\n"));
  return read.blackBoxes;
}

/** One prefix a line, as in a transcript. */
const marked = (mark: string, text: string): string[] =>
  text === ""
    ? []
    : text
        .replace(/\n$/, "")
        .split("\n")
        .map((line) => `${mark} ${line}`.trimEnd());

/** Builds a context as `app`, and types these lines. A build that fails for any other reason than a gap is told as such. */
export function buildContext(name: string, lines: readonly string[]): Outcome {
  const { "behaviour.yaml": behaviour, ...files } = filesOf(name);
  const blackBoxes = typeof behaviour === "string" ? declaredIn(name, behaviour, files) : [];
  const machine = new Workstation({ bases, seed: name, files, blackBoxes });
  const { error } = machine.build({ tags: ["app"] });
  const commands = lines.map((line) => {
    const { exitCode, stdout, stderr } = machine.run(line);
    const status = exitCode === 0 ? [] : [`? ${exitCode}`];
    return { line, prints: [...marked("|", stdout), ...marked("!", stderr), ...status].join("\n") };
  });
  const gap = error && (error.drydock ? error.message : `FAILS: ${error.message}`);
  return { name, gap, commands };
}
