import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryVault } from "../vault/memory-vault.ts";
import { lesson, open, ranLines } from "../pretend-session.ts";
import type { Session } from "../session.ts";

const looks = (session: Session): unknown => {
  const { files, commands, snapshots } = session.$work.get();
  return { files, commands, snapshots, log: session.$log.get().map(({ line }) => line) };
};
/** Lines that were typed again while `what` was done. */
const retyped = async (what: () => Promise<unknown>): Promise<readonly string[]> => {
  const before = ranLines.length;
  await what();
  return ranLines.slice(before);
};

describe("undo and redo", () => {
  it("take a command back with what it did to files, and do it again", async () => {
    const session = await open(memoryVault());
    await session.run("ls");
    const before = looks(session);
    await session.run("put a b");
    const after = looks(session);
    expect(await retyped(() => session.undo())).toEqual([]);
    expect(looks(session)).toEqual(before);
    await session.redo();
    expect(looks(session)).toEqual(after);
    await session.redo();
    expect(looks(session)).toEqual(after);
  });

  it("leave what was edited since, and the edit as it is", async () => {
    const session = await open(memoryVault());
    await session.run("put a b");
    await session.run("put c d");
    session.edit("c", "mine");
    session.edit("Dockerfile", "FROM mine\n");
    await session.undo();
    expect(session.$work.get().files).toEqual({ Dockerfile: "FROM mine\n", a: "b", c: "mine" });
    await session.undo();
    expect(session.$work.get().files).toEqual({ Dockerfile: "FROM mine\n", c: "mine" });
    await session.redo();
    expect(session.$work.get().files).toMatchObject({ a: "b", c: "mine" });
  });

  it("have nothing to redo once something else was typed, and nothing to undo at the start", async () => {
    const session = await open(memoryVault());
    await session.undo();
    await session.run("put a b");
    await session.undo();
    await session.run("put c d");
    await session.redo();
    expect(session.$work.get().commands.map(({ line }) => line)).toEqual(["put c d"]);
    expect(session.$work.get().files).toEqual({ ...lesson.start, c: "d" });
  });

  it("are there after a reload, from what was saved: nothing is typed again", async () => {
    const vault = memoryVault();
    const first = await open(vault);
    await first.run("put a b");
    await first.run("put c d");
    await first.undo();
    await first.flush();
    const before = looks(first);
    const lines = await retyped(async () => {
      const again = await open(vault);
      await again.idle();
      expect(looks(again)).toEqual(before);
      await again.redo();
      expect(again.$work.get().files).toMatchObject({ a: "b", c: "d" });
      await again.undo();
      await again.undo();
      expect(again.$work.get().files).toEqual(lesson.start);
    });
    expect(lines).toEqual([]);
  });

  it("type again what comes after a program that runs, and only that", async () => {
    const vault = memoryVault();
    const first = await open(vault);
    for (const line of ["put a b", "serve", "put c d"]) await first.run(line);
    await first.flush();
    const before = looks(first);
    const lines = await retyped(async () => {
      const again = await open(vault);
      await again.idle();
      expect(looks(again)).toEqual(before);
      await again.undo();
      expect(again.$work.get().commands.map(({ line }) => line)).toEqual(["put a b", "serve"]);
    });
    expect(lines).toEqual(["serve", "put c d"]);
  });

  it("work on where the engine has died in between", async () => {
    const session = await open(memoryVault());
    await session.run("put a b");
    await session.run("put c d");
    await session.run("die");
    await session.undo();
    expect(session.$work.get().files).toEqual({ ...lesson.start, a: "b" });
    await session.run("put e f");
    expect(session.$work.get().commands.map(({ line }) => line)).toEqual(["put a b", "put e f"]);
  });

  it("come to the same, in whatever order they are taken", async () => {
    const step = fc.oneof(
      fc.nat(3).map((n) => `put f${n} ${n}`),
      fc.constantFrom("undo", "redo", "edit", "serve", "stop", "reload", "die"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const vault = memoryVault();
        let session = await open(vault);
        for (const one of steps) {
          if (one === "undo" || one === "redo") await session[one]();
          else if (one === "edit") session.edit("mine", String(session.$log.get().length));
          else if (one === "reload") {
            await session.flush();
            const before = looks(session);
            session = await open(vault);
            await session.idle();
            expect(looks(session)).toEqual(before);
          } else await session.run(one);
        }
        // A grader types the same lines on the same files.
        const { commands, snapshots } = session.$work.get();
        for (const { files } of commands) expect(snapshots).toHaveProperty(files ?? "none");
        const way = session.$way.get();
        expect(way.present.commands).toEqual(commands);
        for (let back = way.past.length; back > 0; back -= 1) await session.undo();
        expect(session.$work.get().commands).toEqual(way.past[0]?.commands ?? commands);
        for (let forth = way.past.length; forth > 0; forth -= 1) await session.redo();
        expect(session.$work.get().commands).toEqual(commands);
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});

describe("checkpoints", () => {
  it("bring back files, commands and log, and can be left again by undo", async () => {
    const session = await open(memoryVault());
    await session.run("put a b");
    session.edit("Dockerfile", "FROM mine\n");
    expect(session.keepCheckpoint(" it works ")).toBeUndefined();
    const there = looks(session);
    await session.run("put a other");
    session.edit("Dockerfile", "FROM broken\n");
    const broken = looks(session);
    await session.goToCheckpoint("it works");
    expect(looks(session)).toEqual(there);
    await session.undo();
    expect(looks(session)).toEqual(broken);
    session.forgetCheckpoint("it works");
    await session.goToCheckpoint("it works");
    expect(looks(session)).toEqual(broken);
  });

  it("are kept over a reload and a reset, and go with an exported file", async () => {
    const vault = memoryVault();
    const first = await open(vault);
    await first.run("put a b");
    first.keepCheckpoint("one");
    await first.reset();
    await first.idle();
    await first.flush();
    const again = await open(vault);
    await again.idle();
    const lines = await retyped(() => again.goToCheckpoint("one"));
    expect(lines).toEqual([]);
    expect(again.$work.get().files).toEqual({ ...lesson.start, a: "b" });
    const other = await open(memoryVault());
    expect(await other.open(await again.bundle())).toBeUndefined();
    await other.idle();
    expect([...other.$way.get().checkpoints.keys()]).toEqual(["one"]);
    expect(looks(other)).toEqual(looks(again));
  });

  it("need a name, and are no more than somebody can tell apart", async () => {
    const session = await open(memoryVault());
    expect(session.keepCheckpoint("  ")).toMatch(/name/);
    for (let at = 0; at < 20; at += 1) expect(session.keepCheckpoint(`c${at}`)).toBeUndefined();
    expect(session.keepCheckpoint("c20")).toMatch(/20 checkpoints/);
  });

  it("say what is different since", async () => {
    const session = await open(memoryVault());
    expect(await session.changes()).toBeUndefined();
    await session.run("ls");
    session.keepCheckpoint("one");
    await session.run("put a b");
    expect(await session.changes()).toMatchObject([{ name: "found to 2" }]);
    expect(await session.changes("one")).toMatchObject([{ name: "1 to 2" }]);
    expect(await session.changes("none")).toBeUndefined();
  });
});

describe("a saved machine that cannot be read", () => {
  it("is told, and what was typed is typed again", async () => {
    const vault = memoryVault();
    const first = await open(vault);
    await first.run("put a b");
    await first.flush();
    await vault.saveMachine(lesson.id, "torn");
    const again = await open(vault);
    await again.idle();
    expect(again.$notice.get()).toBe("machine-unreadable");
    expect(await vault.takeBack(lesson.id, "machine")).toMatchObject({ machine: "torn" });
    expect(looks(again)).toEqual(looks(first));
  });
});

describe("a command that was waiting when the page was left", () => {
  it("is told, and goes on with what was typed to it", async () => {
    const vault = memoryVault();
    const first = await open(vault);
    first.$asking.listen((asking) => {
      if (asking?.ran.output[0]?.text === "Dockerfile\n") asking.reply("one\n");
    });
    void first.run("ask");
    while (!first.$asking.get()?.ran.output[0]?.text.includes("one"))
      await new Promise((done) => setTimeout(done, 1));
    void first.flush();
    await new Promise((done) => setTimeout(done, 5));
    const again = await open(vault);
    await again.idle();
    expect(again.$notice.get()).toBe("unfinished");
    expect(again.$work.get().commands).toEqual([]);
    const taken = again.takeUnfinished();
    expect(taken).toMatchObject({ line: "ask", typed: ["one\n"] });
    expect(again.takeUnfinished()).toBeUndefined();
    again.$asking.listen((asking) => asking?.reply("two\n"));
    const ran = await again.run(taken?.line ?? "", taken?.typed);
    expect(ran.output[0]?.text).toBe("Dockerfileone\ntwo\n\n");
    expect(again.$work.get().commands).toMatchObject([{ line: "ask", typed: ["one\n", "two\n"] }]);
  });
});
