import type { Lesson, Report } from "@drydock/grader";
import { describe, expect, it } from "vitest";
import { memoryVault } from "./vault/memory-vault.ts";
import { lesson as bare, open as openWith } from "./pretend-session.ts";
import type { Session } from "./session.ts";
import type { Vault } from "./vault/vault.ts";

const lesson = { ...bare, rubric: { criteria: [{ id: "small" }], questions: [] } } as unknown as Lesson;
/** Passes once there is a file `new`. */
const grade = ({ files }: { files: object }): Promise<Report> =>
  Promise.resolve({
    criteria: [{ id: "small", outcome: "new" in files ? "pass" : "fail" }],
  } as unknown as Report);
const open = (vault: Vault): Promise<Session> => openWith(vault, { lesson, grade });

describe("a solution that was shown", () => {
  it("marks the lesson as seen, and a check that passes afterwards does not mark it as solved", async () => {
    const vault = memoryVault();
    const session = await open(vault);
    session.edit("Dockerfile", "FROM mine\n");
    session.reveal();
    expect(session.$mark.get()).toBe("seen");
    expect(session.$work.get().files).toEqual({ Dockerfile: "FROM mine\n" });
    session.edit("new", "");
    await session.check();
    expect(session.$mark.get()).toBe("seen");
    await session.flush();
    expect(await vault.load(lesson.id)).toMatchObject({ passed: false, work: { revealed: true } });
    expect((await open(vault)).$mark.get()).toBe("seen");
    expect(JSON.parse(await session.bundle())).toMatchObject({ revealed: true });
  });

  it("takes nothing from a lesson that was solved before", async () => {
    const session = await open(memoryVault());
    session.edit("new", "");
    await session.check();
    session.reveal();
    expect(session.$mark.get()).toBe("solved");
  });

  it("stays shown: after a reset, its undo, and another tab that knows nothing of it", async () => {
    const vault = memoryVault();
    const session = await open(vault);
    session.edit("Dockerfile", "FROM mine\n");
    await session.flush();
    const other = await open(vault);
    await session.reset();
    session.reveal();
    session.takeHint("small", "Look again.");
    await session.undoReset();
    expect(session.$work.get()).toMatchObject({
      revealed: true,
      hints: { small: 1 },
      hintsRead: { small: ["Look again."] },
      files: { Dockerfile: "FROM mine\n" },
    });
    await session.reset();
    expect(session.$mark.get()).toBe("seen");
    await session.flush();
    other.edit("Dockerfile", "FROM other\n");
    await other.flush();
    expect(other.$mark.get()).toBe("seen");
    expect(await vault.load(lesson.id)).toMatchObject({
      work: { revealed: true, hints: { small: 1 }, files: { Dockerfile: "FROM other\n" } },
    });
  });
});
