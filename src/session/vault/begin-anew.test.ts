import { expect, it } from "vitest";
import { beginAnew, begunAnew, undoBeginAnew } from "./begin-anew.ts";
import { memoryVault } from "./memory-vault.ts";
import { lesson, open } from "../pretend-session.ts";

const ids = [lesson.id, "01-a/02-c", "01-a/03-never-begun"];

it("sets all work aside and brings it back, what was done since aside in its turn", async () => {
  const vault = memoryVault();
  for (const id of ids.slice(0, 2)) {
    const session = await open(vault, { lesson: { ...lesson, id } });
    session.edit("Dockerfile", `FROM ${id.slice(-1)}\n`);
    await session.run("put a b");
    session.takeHint("x", "the first");
    session.reveal();
    await session.flush();
  }
  const before = await vault.all();
  expect(await beginAnew(vault)).toBe(2);
  expect(await vault.all()).toEqual([]);
  expect(await vault.loadMachine(lesson.id)).toBeUndefined();

  const again = await open(vault);
  await again.idle();
  expect(again.$work.get().files).toEqual(lesson.start);
  expect(again.$log.get()).toEqual([]);
  // What was read cannot be unread.
  expect(again.$work.get()).toMatchObject({ revealed: true, hints: { x: 1 } });
  again.edit("Dockerfile", "FROM since\n");
  await again.flush();

  expect(await begunAnew(vault, ids)).toEqual(ids.slice(0, 2));
  expect(await undoBeginAnew(vault, ids)).toBe(2);
  expect((await vault.all()).map(({ work }) => work)).toEqual(
    expect.arrayContaining(before.map(({ work }) => work)),
  );
  expect(await begunAnew(vault, ids)).toEqual([]);
  const back = await open(vault);
  await back.idle();
  expect(back.$log.get().map(({ line }) => line)).toEqual(["put a b"]);
  expect(back.$canUndoReset.get()).toBe(true);
  await back.undoReset();
  expect(back.$work.get().files["Dockerfile"]).toBe("FROM since\n");
});
