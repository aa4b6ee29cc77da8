import type { FileState } from "@drydock/engine";
import { type Lesson, type Report, spoiledReport } from "@drydock/grader";
import { EngineStopped } from "./engine/engine-stopped.ts";
import { FIRST_MOMENT, FIRST_STANDING, type Machine } from "./machine/machine.ts";
import { openSession } from "./open-session.ts";
import type { Session, SessionHost } from "./session.ts";
import type { Vault } from "./vault/vault.ts";

/** For tests: a lesson, a machine that pretends, and a session on both. */
export const lesson: Lesson = {
  id: "01-a/01-b",
  version: "sha256:1",
  start: { Dockerfile: "FROM scratch\n" },
  solution: {},
  rubric: {
    version: 1,
    image: { tag: null, context: ".", file: "Dockerfile", target: null, args: {}, secrets: {} },
    protect: [],
    accepts: [],
    tolerates: [],
    criteria: [],
    questions: [],
  },
};

let hangs: (error: Error) => void = () => undefined;
const interrupt = (): void => hangs(new EngineStopped("interrupted", ""));

/** Machines that were saved, by the text that stands for them. */
const shelf = new Map<string, { moments: readonly number[]; beside: unknown }>();
/** Lines that any machine ran, to see what was typed again. */
const lines: string[] = [];
export const ranLines: readonly string[] = lines;

/**
 * A machine that knows `put NAME TEXT`, and `hang`, which goes on until it is interrupted; `ask` wants two lines. `serve` starts
 * a program: from then on it cannot be written down, until `stop`.
 */
const machine = (): Machine => {
  const moments = new Map([[FIRST_MOMENT, { serves: false }]]);
  let serves = false;
  return {
    standing: FIRST_STANDING,
    run(line, files, options) {
      lines.push(line);
      const { typed } = options;
      if (line === "hang")
        return new Promise((_, failed) => {
          hangs = failed;
        });
      if (line === "die") return Promise.reject(new EngineStopped("died", "out of memory"));
      const [, name, text] = /^put (\S+) (.*)$/.exec(line) ?? [];
      if (line === "shell" && typed?.at(-1) === "hang\n") return machine().run("hang", files, options);
      const wants =
        line === "ask" && (typed?.length ?? 0) < 2
          ? ("line" as const)
          : line === "shell" && typed?.at(-1) !== "exit\n" && ("command" as const);
      if (line === "serve") serves = true;
      if (line === "stop") serves = false;
      if (options.moment !== undefined && !wants) moments.set(options.moment, { serves });
      const after: FileState = name === undefined ? files : { ...files, [name]: text ?? "" };
      return Promise.resolve({
        line,
        prompt: "$ ",
        exitCode: 0,
        output: [{ at: 0, stream: "stdout", text: `${Object.keys(files).join()}${typed?.join("") ?? ""}\n` }],
        builds: [],
        files: after,
        ...(wants && { wants }),
      });
    },
    look: (wanted) => Promise.resolve(wanted.map((line) => ({ exitCode: 0, stdout: line, stderr: "" }))),
    turnTo(moment) {
      const there = moments.get(moment);
      serves = there?.serves ?? serves;
      return Promise.resolve(there !== undefined);
    },
    changes: (moment, since) =>
      Promise.resolve([{ what: "file", how: "added", name: `${since ?? "found"} to ${moment}` }]),
    save(wanted, beside) {
      const kept = [...moments].filter(([one, state]) => wanted.includes(one) && !state.serves);
      const text = `saved ${shelf.size}`;
      shelf.set(text, { moments: kept.map(([one]) => one), beside: structuredClone(beside) });
      return Promise.resolve(text);
    },
    load(text) {
      const found = shelf.get(text);
      for (const one of found?.moments ?? []) moments.set(one, { serves: false });
      return Promise.resolve(found ?? { error: "nothing of that name" });
    },
  };
};

export const report = (status: Report["status"]): Report => ({
  ...spoiledReport(lesson, lesson.id, "error", ""),
  notes: [],
  status,
});

export const open = (vault: Vault, more: Partial<SessionHost> = {}): Promise<Session> =>
  openSession({
    lesson,
    judgesSession: false,
    vault,
    machine,
    interrupt,
    grade: (work) => Promise.resolve(report("new" in work.files ? "passed" : "failed")),
    warnings: () => Promise.resolve([]),
    advice: () => Promise.resolve([]),
    tell: () => undefined,
    ...more,
  });
