import type { FileState } from "@drydock/engine";
import type { Lesson, Report } from "@drydock/grader";
import { describe, expect, it } from "vitest";
import type { Machine } from "./machine.ts";
import { memoryVault } from "./memory-vault.ts";
import { openSession, type Session, type SessionHost } from "./session.ts";
import type { Vault } from "./vault.ts";

const lesson = {
  id: "01-a/01-b",
  version: "sha256:1",
  start: { Dockerfile: "FROM scratch\n" },
  solution: {},
} as unknown as Lesson;

/** A machine that knows one command: `put NAME TEXT`. */
const machine = (): Machine => ({
  prompt: "$ ",
  images: () => [],
  programs: () => [],
  containers: () => [],
  run(line, files) {
    const [, name, text] = /^put (\S+) (.*)$/.exec(line) ?? [];
    const after: FileState = name === undefined ? files : { ...files, [name]: text ?? "" };
    return Promise.resolve({
      line,
      prompt: "$ ",
      exitCode: 0,
      output: [{ at: 0, stream: "stdout", text: `${Object.keys(files).join()}\n` }],
      builds: [],
      files: after,
    });
  },
});

const report = (status: string): Report => ({ status, criteria: [] }) as unknown as Report;

const open = (vault: Vault, more: Partial<SessionHost> = {}): Promise<Session> =>
  openSession({
    lesson,
    vault,
    machine,
    grade: (_, work) => Promise.resolve(report("new" in work.files ? "passed" : "failed")),
    warnings: () => Promise.resolve([]),
    advice: () => Promise.resolve([]),
    tell: () => undefined,
    ...more,
  });

const forbidden = (): Promise<never> => Promise.reject(new Error("QuotaExceededError"));

describe("a session", () => {
  it("is as it was after it is opened again: files, machine, hints, verdict", async () => {
    const vault = memoryVault();
    const first = await open(vault);
    first.edit("Dockerfile", "FROM alpine\n");
    await first.run("put new file");
    await first.check();
    first.takeHint("small");
    await first.flush();
    const again = await open(vault);
    expect(again.$work.get()).toEqual(first.$work.get());
    expect(again.$work.get().files).toEqual({ Dockerfile: "FROM alpine\n", new: "file" });
    expect(again.$log.get()).toEqual(first.$log.get());
    expect(again.$result.get()).toEqual({ report: report("passed"), stale: false });
    expect(again.$work.get().hints).toEqual({ small: 1 });
  });

  it("calls a verdict stale once something changed", async () => {
    const session = await open(memoryVault());
    await session.check();
    session.edit("Dockerfile", "FROM alpine\n");
    expect(session.$result.get()?.stale).toBe(true);
  });

  it("stores each state of the files once, and anew where the last command left another", async () => {
    const session = await open(memoryVault());
    await session.run("ls");
    await session.run("put app.py 1");
    session.edit("app.py", "2");
    await session.run("ls");
    await session.run("ls");
    expect(session.$work.get().commands.map(({ files }) => files)).toEqual(["s1", "s1", "s2", "s2"]);
  });

  it("can undo a reset, also after a reload", async () => {
    const vault = memoryVault();
    const session = await open(vault);
    session.edit("Dockerfile", "FROM mine\n");
    await session.run("put a b");
    await session.reset();
    expect(session.$work.get().files).toEqual(lesson.start);
    expect(session.$log.get()).toEqual([]);
    const again = await open(vault);
    expect(again.$canUndoReset.get()).toBe(true);
    await again.undoReset();
    expect(again.$work.get().files).toEqual({ Dockerfile: "FROM mine\n", a: "b" });
    expect(again.$log.get()).toHaveLength(1);
    expect(again.$canUndoReset.get()).toBe(false);
  });

  it("keeps the work and says so when the lesson has changed", async () => {
    const vault = memoryVault();
    const first = await open(vault);
    first.edit("Dockerfile", "FROM mine\n");
    await first.check();
    await first.flush();
    const again = await open(vault, { lesson: { ...lesson, version: "sha256:2" } });
    expect(again.$notice.get()).toBe("new-version");
    expect(again.$work.get()).toMatchObject({ version: "sha256:2", files: { Dockerfile: "FROM mine\n" } });
    expect(again.$result.get()).toBeUndefined();
    expect((await vault.takeBack(lesson.id, "new-version"))?.work.version).toBe("sha256:1");
  });
});

describe("two tabs", () => {
  it("the later write wins, and what it replaced can be brought back", async () => {
    const vault = memoryVault();
    const [one, two] = [await open(vault), await open(vault)];
    one.edit("Dockerfile", "FROM one\n");
    await one.flush();
    two.edit("Dockerfile", "FROM two\n");
    await two.flush();
    expect((await vault.load(lesson.id))?.work.files).toEqual({ Dockerfile: "FROM two\n" });
    expect(two.$notice.get()).toBe("replaced-other-tab");
    await two.bringBack("other-tab");
    expect(two.$work.get().files).toEqual({ Dockerfile: "FROM one\n" });
    await two.bringBack("other-tab");
    expect(two.$work.get().files).toEqual({ Dockerfile: "FROM two\n" });
  });

  it("hears of the other's write and can take it", async () => {
    const vault = memoryVault();
    const two = await open(vault);
    const one = await open(vault, { tell: (revision) => two.heard(revision) });
    one.edit("Dockerfile", "FROM one\n");
    await one.flush();
    expect(two.$notice.get()).toBe("other-tab-wrote");
    await two.loadNewer();
    expect(two.$work.get().files).toEqual({ Dockerfile: "FROM one\n" });
  });
});

describe("storage that fails", () => {
  it("is told, and the work goes on and out as a file", async () => {
    const vault: Vault = {
      load: forbidden,
      all: forbidden,
      save: forbidden,
      keep: forbidden,
      takeBack: forbidden,
      holds: forbidden,
    };
    const session = await open(vault);
    expect(session.$saving.get()).toEqual({ state: "failed", why: "QuotaExceededError" });
    session.edit("Dockerfile", "FROM mine\n");
    await session.flush();
    expect(session.$saving.get().state).toBe("failed");
    const other = await open(memoryVault());
    expect(await other.open(session.bundle())).toBeUndefined();
    expect(other.$work.get()).toEqual(session.$work.get());
  });

  it.each([
    ["not JSON", "{", /not JSON/],
    ["another JSON", '{"a":1}', /format/],
    ["no files", '{"format":1,"lesson":"01-a/01-b"}', /no files/],
    ["another lesson", '{"format":1,"lesson":"x","files":{}}', /lesson x/],
    ["bad commands", '{"format":1,"lesson":"01-a/01-b","files":{},"commands":[1]}', /commands/],
  ])("says what is wrong with a file: %s", async (_, text, words) => {
    const session = await open(memoryVault());
    expect(await session.open(text)).toMatch(words);
    expect(session.$work.get().files).toEqual(lesson.start);
  });
});
