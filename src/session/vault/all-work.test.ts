import { expect, it } from "vitest";
import { allWork, openAllWork } from "./all-work.ts";
import { memoryVault } from "./memory-vault.ts";
import { lesson, open } from "../pretend-session.ts";

it("carries every lesson to another browser: files, marks and the machine", async () => {
  const vault = memoryVault();
  const one = await open(vault);
  one.edit("Dockerfile", "FROM mine\n");
  await one.run("put a b");
  one.reveal();
  await one.flush();
  const two = await open(vault, { lesson: { ...lesson, id: "01-a/02-c" } });
  two.edit("Dockerfile", "FROM other\n");
  await two.flush();
  const text = await allWork(vault);

  const elsewhere = memoryVault();
  expect(await openAllWork(elsewhere, text)).toEqual({ added: 2, kept: 0 });
  const again = await open(elsewhere);
  await again.idle();
  expect(again.$work.get()).toEqual(one.$work.get());
  expect(again.$log.get().map(({ line }) => line)).toEqual(["put a b"]);
  expect(again.$notice.get()).toBeUndefined();
  expect(again.$mark.get()).toBe("seen");
});

it("leaves work alone that is here, and joins what was done in either place", async () => {
  const [here, there] = [memoryVault(), memoryVault()];
  const mine = await open(here);
  mine.edit("Dockerfile", "FROM mine\n");
  await mine.flush();
  const theirs = await open(there);
  theirs.edit("Dockerfile", "FROM theirs\n");
  theirs.reveal();
  await theirs.flush();
  const text = (await allWork(there)).replace('"passed": false', '"passed": true');
  expect(await openAllWork(here, text)).toEqual({ added: 0, kept: 1 });
  expect(await here.load(lesson.id)).toMatchObject({
    passed: true,
    work: { files: { Dockerfile: "FROM mine\n" }, revealed: true },
  });
});

it.each([
  "{",
  "[]",
  '{"format":1,"files":{}}',
  '{"kind":"drydock-course","lessons":[{"work":{"format":1}}]}',
])("says what is wrong with %s, and changes nothing", async (text) => {
  const vault = memoryVault();
  expect(await openAllWork(vault, text)).toMatchObject({ error: expect.stringMatching(/^This/) });
  expect(await vault.all()).toEqual([]);
});
