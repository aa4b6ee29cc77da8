import { expect, test } from "vitest";
import type { Entry } from "../vfs/entry.ts";
import { FileSystem } from "../vfs/file-system.ts";
import { Content } from "../vfs/content.ts";
import { contentKey } from "./checksum.ts";
import { type FileState, treeOf } from "./file-state.ts";

const files: FileState = { "a.txt": "A", "src/x.py": "x", "src/lib/y.py": "y", link: { link: "a.txt" } };
const keyAfter = (edit: (files: FileSystem) => void, origin: "context" | "stage" = "context"): string => {
  const system = new FileSystem(treeOf(files, 1), () => 2);
  edit(system);
  return contentKey(system.snapshot(), origin);
};
const before = contentKey(treeOf(files, 1));

test.each<[what: string, edit: (files: FileSystem) => void]>([
  ["time of a file", (system) => system.touch("/a.txt", 99)],
  ["time of a folder", (system) => system.touch("/src", 99)],
  ["owner", (system) => system.chown("/a.txt", 1000, 1000)],
  ["mode of a folder", (system) => system.chmod("/src", 0o700)],
  ["the same bytes again", (system) => system.write("/a.txt", Content.of("A"))],
])("%s does not count in a context", (_, edit) => {
  expect(keyAfter(edit)).toBe(before);
});

test.each<[what: string, edit: (files: FileSystem) => void]>([
  ["bytes", (system) => system.write("/src/lib/y.py", Content.of("z"))],
  ["mode of a file", (system) => system.chmod("/a.txt", 0o755)],
  ["a new file", (system) => system.write("/src/new", Content.of(""))],
  ["a new empty folder", (system) => system.mkdir("/src/new")],
  ["a deleted file", (system) => system.unlink("/a.txt")],
  ["a new name", (system) => system.rename("/a.txt", "/b.txt")],
  ["where a link points", (system) => [system.unlink("/link"), system.symlink("b.txt", "/link")]],
])("%s counts", (_, edit) => {
  expect(keyAfter(edit)).not.toBe(before);
});

test("owners and modes of folders count in a stage", () => {
  const stage = keyAfter(() => {}, "stage");
  expect(keyAfter((system) => system.chown("/a.txt", 9, 9), "stage")).not.toBe(stage);
  expect(keyAfter((system) => system.chmod("/src", 0o700), "stage")).not.toBe(stage);
});

test("the name itself is no part of it", () => {
  const tree = treeOf({ one: "same", "d/two": "same" });
  const two = tree.children.get("d");
  const key = (entry: Entry | undefined): string => (entry ? contentKey(entry) : "");
  expect(key(two?.kind === "directory" ? two.children.get("two") : undefined)).toBe(
    key(tree.children.get("one")),
  );
});

test("counted files and devices count", () => {
  const folder = treeOf({ a: "1" });
  const holding = (files: number, bytes: number): string => contentKey({ ...folder, bulk: { files, bytes } });
  expect(new Set([contentKey(folder), holding(1, 2), holding(2, 2), holding(1, 3)]).size).toBe(4);
  const device = (name: "null" | "zero", mode = 0o666): Entry => ({
    ...folder,
    kind: "device",
    name,
    mode,
  });
  const keys = [device("null"), device("zero"), device("null", 0o600)].map((each) => contentKey(each));
  expect(new Set(keys).size).toBe(3);
  expect(contentKey(device("null"))).toBe(keys[0]);
});

test("an entry is read once", () => {
  const folder = treeOf(files, 1);
  const key = contentKey(folder);
  const children = [...folder.children];
  (folder.children as Map<string, Entry>).clear();
  expect(contentKey(folder)).toBe(key);
  for (const [name, entry] of children) (folder.children as Map<string, Entry>).set(name, entry);
});
