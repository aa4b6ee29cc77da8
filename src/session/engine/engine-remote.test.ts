import { afterEach, describe, expect, it } from "vitest";
import { answerCalls } from "./answer-calls.ts";
import type { Answered, Asked } from "./engine-messages.ts";
import { engineRemote, type EngineWire } from "./engine-remote.ts";
import { beginWork } from "../vault/work.ts";
import type { Lesson } from "@drydock/grader";

const lesson = {
  id: "01-a/01-b",
  version: "sha256:1",
  start: { Dockerfile: "FROM alpine:3.24\nRUN echo a > a\n" },
  solution: {},
  rubric: {
    image: { file: "Dockerfile" },
    accepts: [],
    criteria: [],
    questions: [],
  },
} as unknown as Lesson;
const options = { typed: [], terminal: { columns: 80, rows: 24 } };

const open = new Set<MessagePort>();
afterEach(() => {
  for (const port of open) port.close();
  open.clear();
});

/** A worker without a thread: what crosses is cloned as between threads. `mute` takes calls and never answers. */
const worker = (mute = false): EngineWire & { fail(message: string): void } => {
  const { port1, port2 } = new MessageChannel();
  open.add(port1).add(port2);
  if (!mute)
    answerCalls({
      postMessage: (message: Answered) => port2.postMessage(message),
      addEventListener: (_, heard) =>
        port2.addEventListener("message", (event) => heard({ data: event.data as Asked })),
    });
  port1.start();
  port2.start();
  let failed: (event: { readonly message?: string }) => void = () => undefined;
  return {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (kind: "message" | "error", heard: (event: never) => void) => {
      if (kind === "error") failed = heard as typeof failed;
      else port1.addEventListener("message", (event) => heard({ data: event.data as Answered } as never));
    },
    terminate: () => port1.close(),
    fail: (message) => failed({ message }),
  };
};

describe("the engine behind a wire", () => {
  it("answers as it does without one: everything that crosses is plain data", async () => {
    const brought: string[] = [];
    const engine = engineRemote(worker, (part) => brought.push(part));
    await engine.open(lesson);
    expect((await engine.begin(lesson.start)).verbs.length).toBeGreaterThan(40);
    const { ran, standing } = await engine.run("docker build -t a .", lesson.start, options);
    expect(ran).toMatchObject({ exitCode: 0, builds: [{ began: true }] });
    expect(ran.builds[0]?.lines[1]).toMatchObject({ line: 2, state: "ran", miss: { kind: "first-build" } });
    expect(ran.output.flatMap(({ live }) => live?.frames ?? []).length).toBeGreaterThan(1);
    expect(standing.images).toContain("a:latest");
    expect(brought).toEqual(["base:alpine-3.24"]);
    expect(await engine.grade(beginWork(lesson))).toMatchObject({ lesson: lesson.id });
    expect((await engine.compare("FROM alpine:3.24\n")).said.get(1)?.words).toMatch(/ MB$/);
    expect(await engine.warnings({ Dockerfile: "from scratch\nCOPY . .\n" })).toMatchObject([
      { rule: "ConsistentInstructionCasing" },
    ]);
  });

  it("starts anew after an interrupt: the machine is gone, all else is answered", async () => {
    const workers: ReturnType<typeof worker>[] = [];
    const engine = engineRemote(() => {
      const made = worker(workers.length === 0);
      workers.push(made);
      return made;
    });
    void engine.open(lesson).catch(() => undefined);
    const running = engine.run("while :; do :; done", lesson.start, options);
    const graded = engine.grade(beginWork(lesson));
    engine.interrupt();
    await expect(running).rejects.toMatchObject({ name: "EngineStopped", how: "interrupted" });
    expect(await graded).toMatchObject({ lesson: lesson.id });
    expect(workers).toHaveLength(2);
  });

  it("says of what it died, and the next call finds another one", async () => {
    const workers: ReturnType<typeof worker>[] = [];
    const engine = engineRemote(() => {
      const made = worker(workers.length === 0);
      workers.push(made);
      return made;
    });
    const opened = engine.open(lesson);
    const begun = engine.begin(lesson.start);
    workers[0]?.fail("out of memory");
    await expect(opened).rejects.toThrow("out of memory");
    await expect(begun).rejects.toMatchObject({ how: "died" });
    await engine.begin(lesson.start);
    expect((await engine.run("echo alive", lesson.start, options)).ran.output[0]?.text).toBe("alive\n");
  });
});
