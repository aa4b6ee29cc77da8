import { execute } from "../src/shell/execute.ts";
import { isEngineError } from "../src/core/engine-error.ts";
import type { Directory } from "../src/vfs/entry.ts";
import { busyboxApplets } from "./busybox-applets.ts";
import { machineFiles, START } from "./machine-files.ts";

interface Case {
  readonly script: string;
  readonly dialect: "dash" | "ash" | "bash";
  readonly files: Readonly<Record<string, string>>;
}

/** Something that a script left behind; modes as `644`. */
type Left = { content: string; mode: string } | { directory: true; mode: string } | { link: string };

export interface Answer {
  exitCode: number;
  stdout: string;
  stderr: string;
  changed: Record<string, Left>;
  gone: string[];
}

const ENV = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root"];

/** What stands in /w, by path. */
function factsOf(root: Directory): Map<string, Left> {
  const facts = new Map<string, Left>();
  const walk = (directory: Directory, prefix: string): void => {
    for (const [name, entry] of directory.children) {
      const path = prefix + name;
      const mode = entry.mode.toString(8);
      if (entry.kind === "symlink") facts.set(path, { link: entry.target });
      else if (entry.kind === "file") facts.set(path, { mode, content: entry.content.text ?? "" });
      else if (entry.kind === "directory") {
        facts.set(path, { directory: true, mode });
        walk(entry, `${path}/`);
      }
    }
  };
  const work = root.children.get("w");
  if (work?.kind === "directory") walk(work, "");
  return facts;
}

/** Runs `sh -c script` as root in /w, for the comparison with a real dash, busybox and bash. */
export default function runCase(one: Case): Answer {
  return runTraced(one).answer;
}

/** The same, with the names under which programs were started, as typed. */
export function runTraced({ script, dialect, files }: Case): {
  readonly answer: Answer;
  readonly started: readonly string[];
} {
  const system = machineFiles(dialect === "ash" ? "ash" : "dash", files, busyboxApplets);
  const before = factsOf(system.snapshot());
  const answer: Answer = { exitCode: -1, stdout: "", stderr: "", changed: {}, gone: [] };
  const tell = (): void => {
    for (const { stream, text } of said.sort((a, b) => a.at - b.at)) answer[stream] += text;
  };
  let names: readonly string[] = [];
  // What runs in the background is worked out first, and said when its time comes.
  let time = START * 1000;
  const said: { at: number; stream: "stdout" | "stderr"; text: string }[] = [];
  try {
    const { exitCode, started } = execute({
      argv: [{ dash: "/bin/sh", ash: "sh", bash: "/bin/bash" }[dialect], "-c", script],
      env: ENV,
      directory: "/w",
      user: "",
      files: system,
      clock: { now: () => time, elapse: (milliseconds) => void (time += milliseconds) },
      onOutput: (stream, text) => void said.push({ at: time, stream, text }),
    });
    answer.exitCode = exitCode;
    names = started.map(({ argv }) => argv[0] ?? "");
    tell();
  } catch (error) {
    tell();
    if (!isEngineError(error, "NOT_SIMULATED") && !isEngineError(error, "LIMIT")) throw error;
    answer.stderr += `drydock: ${error.message}\n`;
  }
  const after = factsOf(system.snapshot());
  for (const [path, fact] of after)
    if (JSON.stringify(before.get(path)) !== JSON.stringify(fact)) answer.changed[path] = fact;
  for (const path of before.keys()) if (!after.has(path)) answer.gone.push(path);
  return { answer, started: names };
}
