import type { Report } from "@drydock/grader";
import { describe, expect, it } from "vitest";
import type { Ran } from "./machine/machine.ts";
import { memoryVault } from "./vault/memory-vault.ts";
import { lesson, open, ranLines, report } from "./pretend-session.ts";
import type { Session } from "./session.ts";
import type { Vault } from "./vault/vault.ts";

const forbidden = (): Promise<never> => Promise.reject(new Error("QuotaExceededError"));

describe("a session", () => {
  it("is as it was after it is opened again: files, machine, hints, verdict", async () => {
    const vault = memoryVault();
    const first = await open(vault);
    first.edit("Dockerfile", "FROM alpine\n");
    await first.run("put new file");
    await first.check();
    first.takeHint("small", "Look again.");
    await first.flush();
    const again = await open(vault);
    expect(again.$work.get()).toEqual(first.$work.get());
    expect(again.$work.get().files).toEqual({ Dockerfile: "FROM alpine\n", new: "file" });
    await again.idle();
    expect(again.$log.get()).toEqual(first.$log.get());
    expect(again.$result.get()).toEqual({ report: report("passed"), stale: false });
    expect(again.$work.get()).toMatchObject({ hints: { small: 1 }, hintsRead: { small: ["Look again."] } });
  });

  it("tells once that Python runs for real, and not in place of what is about the work", async () => {
    const session = await open(memoryVault());
    session.heard(7);
    session.brought("runtime:python");
    expect(session.$notice.get()).toBe("other-tab-wrote");
    session.dismiss();
    session.brought("base:alpine-3.24");
    session.brought("runtime:python");
    expect(session.$notice.get()).toBe("python");
    session.dismiss();
    session.brought("runtime:python");
    expect(session.$notice.get()).toBeUndefined();
  });

  it("calls a verdict stale once something changed", async () => {
    const session = await open(memoryVault());
    await session.check();
    session.edit("Dockerfile", "FROM alpine\n");
    expect(session.$result.get()?.stale).toBe(true);
  });

  it("calls it stale after a command only where that changed a file, or what is typed counts", async () => {
    const session = await open(memoryVault());
    await session.check();
    await session.run("ls");
    expect(session.$result.get()?.stale).toBe(false);
    await session.run("put app.py 1");
    expect(session.$result.get()?.stale).toBe(true);
    const judged = await open(memoryVault(), { judgesSession: true });
    await judged.check();
    await judged.run("ls");
    expect(judged.$result.get()?.stale).toBe(true);
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
    await session.idle();
    expect(session.$work.get().files).toEqual(lesson.start);
    expect(session.$log.get()).toEqual([]);
    const again = await open(vault);
    expect(again.$canUndoReset.get()).toBe(true);
    await again.undoReset();
    expect(again.$work.get().files).toEqual({ Dockerfile: "FROM mine\n", a: "b" });
    await again.idle();
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
    expect((await vault.takeBack(lesson.id, "new-version"))?.saved.work.version).toBe("sha256:1");
  });
});

describe("a command that does not end by itself", () => {
  const texts = (log: readonly Ran[]): readonly string[] =>
    log.map(({ line, exitCode, output }) => `${line} ${exitCode} ${output.map(({ text }) => text).join("")}`);

  it("is interrupted: the log tells of it, the stored commands and a later replay do not", async () => {
    const vault = memoryVault();
    const session = await open(vault);
    await session.run("put a b");
    const hanging = session.run("hang");
    const after = session.run("put c d");
    while ((await Promise.race([hanging, Promise.resolve(undefined)])) === undefined) {
      session.interrupt();
      await new Promise((done) => setTimeout(done, 1));
    }
    expect(await hanging).toMatchObject({ exitCode: 130, output: [{ text: "^C\n" }] });
    expect((await after).files).toMatchObject({ a: "b", c: "d" });
    expect(session.$log.get().map(({ line }) => line)).toEqual(["put a b", "hang", "put c d"]);
    expect(session.$work.get().commands.map(({ line }) => line)).toEqual(["put a b", "put c d"]);
    await session.flush();
    const before = ranLines.length;
    const again = await open(vault);
    await again.idle();
    expect(again.$log.get().map(({ line }) => line)).toEqual(["put a b", "hang", "put c d"]);
    expect(ranLines.slice(before)).toEqual([]);
  });

  it("is told in words where it kills the engine, and the next one finds everything as it was", async () => {
    const session = await open(memoryVault());
    await session.run("put a b");
    const died = await session.run("die");
    expect(died.exitCode).toBe(70);
    expect(texts([died])[0]).toContain("stopped at this command: out of memory");
    expect((await session.run("ls")).files).toMatchObject({ a: "b" });
    expect(session.$work.get().commands.map(({ line }) => line)).toEqual(["put a b", "ls"]);
  });

  it("gives way to a reset", async () => {
    const session = await open(memoryVault());
    await session.idle();
    const hanging = session.run("hang");
    await new Promise((done) => setTimeout(done, 1));
    await session.reset();
    await hanging;
    await session.idle();
    expect(session.$log.get()).toEqual([]);
  });
});

describe("a command that asks", () => {
  const answering = (session: Session, ...answers: readonly (string | undefined)[]): void => {
    let next = 0;
    session.$asking.listen((asking) => asking?.reply(answers[next++]));
  };

  it("is run with what is typed, which is stored with it and typed again", async () => {
    const vault = memoryVault();
    const session = await open(vault);
    answering(session, "one\n", "two\n");
    const ran = await session.run("ask");
    expect(ran.output.at(-1)?.text).toBe("Dockerfileone\ntwo\n\n");
    expect(session.$work.get().commands).toEqual([{ line: "ask", typed: ["one\n", "two\n"], files: "s1" }]);
    const other = await open(memoryVault());
    expect(await other.open(await session.bundle())).toBeUndefined();
    await other.idle();
    expect(other.$log.get()).toEqual([ran]);
  });

  it("can be given up, and has then not happened", async () => {
    const session = await open(memoryVault());
    answering(session, "one\n", undefined);
    expect(await session.run("ask")).toMatchObject({ exitCode: 130 });
    expect(session.$work.get().commands).toEqual([]);
  });

  it("is a shell: what is interrupted there is gone, and the shell goes on", async () => {
    const session = await open(memoryVault());
    const asked: (readonly [string, boolean])[] = [];
    const answers = ["one\n", "hang\n", "exit\n"];
    session.$asking.listen((asking) => {
      if (!asking) return;
      asked.push([asking.ran.output[0]?.text ?? "", asking.cut]);
      const answer = answers.shift();
      asking.reply(answer);
      if (answer === "hang\n") setTimeout(() => session.interrupt(), 5);
    });
    expect(await session.run("shell")).toMatchObject({ exitCode: 0 });
    expect(asked).toEqual([
      ["Dockerfile\n", false],
      ["Dockerfileone\n\n", false],
      ["Dockerfileone\n\n", true],
    ]);
    expect(session.$work.get().commands).toMatchObject([{ line: "shell", typed: ["one\n", "exit\n"] }]);
  });

  it("does not keep a check waiting", async () => {
    const session = await open(memoryVault());
    await session.idle();
    const asking = session.run("ask");
    await new Promise((done) => setTimeout(done, 1));
    expect(await session.check()).toEqual(report("failed"));
    session.interrupt();
    await asking;
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

describe("a check", () => {
  it("that a reset overtakes says nothing of the work that is there now", async () => {
    const asked = Promise.withResolvers<void>();
    const graded = Promise.withResolvers<Report>();
    const session = await open(memoryVault(), {
      grade: () => (asked.resolve(), graded.promise),
    });
    session.edit("Dockerfile", "FROM mine\n");
    const checking = session.check();
    await asked.promise;
    await session.reset();
    graded.resolve(report("failed"));
    await checking;
    expect(session.$result.get()).toBeUndefined();
    await session.check();
    expect(session.$result.get()).toMatchObject({ stale: false });
  });
});

describe("storage that fails", () => {
  it("is told, and the work goes on and out as a file", async () => {
    const vault: Vault = {
      load: forbidden,
      loadMachine: forbidden,
      saveMachine: forbidden,
      all: forbidden,
      save: forbidden,
      keep: forbidden,
      takeBack: forbidden,
      clear: forbidden,
      peek: forbidden,
      holds: forbidden,
    };
    const session = await open(vault);
    expect(session.$saving.get()).toEqual({ state: "failed", why: "QuotaExceededError" });
    session.edit("Dockerfile", "FROM mine\n");
    await session.flush();
    expect(session.$saving.get().state).toBe("failed");
    const other = await open(memoryVault());
    expect(await other.open(await session.bundle())).toBeUndefined();
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
