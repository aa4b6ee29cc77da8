import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTar } from "../../archive/tar.ts";
import { Content } from "../../vfs/content.ts";
import type { Directory } from "../../vfs/entry.ts";
import { FileSystem, emptyDirectory } from "../../vfs/file-system.ts";
import { layerTar } from "../../vfs/layer-tar.ts";
import { tarOf } from "../../../testing/tar-of.ts";
import { applyLayer } from "./apply-layer.ts";

const name = fc.constantFrom("a", "b", "c", "d");
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join("/")}`);
const step = fc.oneof(
  fc.record({ do: fc.constant("write"), path, text: fc.string({ maxLength: 4 }) }),
  fc.record({ do: fc.constantFrom("mkdir", "unlink", "remove", "chmod"), path }),
  fc.record({ do: fc.constant("symlink"), path, text: path }),
  fc.record({ do: fc.constant("declare"), path, size: fc.nat(9_999) }),
);
type Step = { do: string; path: string; text?: string; size?: number };

function perform(files: FileSystem, { do: what, path: at, text = "", size = 0 }: Step): void {
  if (what === "write") files.write(at, Content.of(text));
  else if (what === "declare") files.write(at, Content.declared(size, `some ${size}`));
  else if (what === "mkdir") files.mkdir(at);
  else if (what === "unlink") files.unlink(at);
  else if (what === "chmod") files.chmod(at, 0o2710);
  else if (what === "symlink") files.symlink(text, at);
  else {
    files.unlink(at);
    files.rmdir(at);
  }
}

const members = (tar: Uint8Array): Exclude<ReturnType<typeof readTar>, { error: string }> => {
  const read = readTar(tar);
  if ("error" in read) throw new Error(read.error);
  return read;
};
const whole = (tree: Directory): string => Buffer.from(layerTar(emptyDirectory(7), tree)).toString("latin1");

describe("a layer over a tree", () => {
  test("is the tree that the layer was made of", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 12 }), (first, second) => {
        let now = 7;
        const files = new FileSystem(emptyDirectory(7), () => now++);
        for (const one of first) perform(files, one);
        const lower = files.snapshot();
        const before = whole(lower);
        for (const one of second) perform(files, one);
        const upper = files.snapshot();
        const applied = applyLayer(lower, members(layerTar(lower, upper)));
        if ("error" in applied) throw new Error(applied.error);
        expect(whole(applied)).toBe(whole(upper));
        expect(whole(lower)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps further names of a file together", () => {
    const files = new FileSystem(emptyDirectory(), () => 0);
    files.write("/one", Content.of("same"));
    files.mkdir("/d");
    files.link("/one", "/d/two");
    files.link("/one", "/three");
    const upper = files.snapshot();
    const applied = applyLayer(emptyDirectory(), members(layerTar(emptyDirectory(), upper)));
    expect("error" in applied || whole(applied)).toBe(whole(upper));
    expect("error" in applied || applied.children.get("three")).toMatchObject({ links: 3 });
  });

  test("stays inside, whatever its names and links say", () => {
    const applied = applyLayer(
      emptyDirectory(),
      members(
        tarOf({
          "../../etc/out": "1",
          "/abs": "2",
          up: { link: "../../.." },
          "up/in": "3",
          loop: { link: "loop" },
        }),
      ),
    );
    const files = new FileSystem("error" in applied ? emptyDirectory() : applied, () => 0);
    expect(["/etc/out", "/abs", "/in"].map((one) => files.exists(one))).toEqual([true, true, true]);
    const looped = applyLayer(emptyDirectory(), members(tarOf({ loop: { link: "loop" }, "loop/x": "1" })));
    expect(looped).toEqual({ error: "/loop: too many levels of symbolic links" });
    expect(applyLayer(emptyDirectory(), members(tarOf({ f: "1", "f/g": "2" })))).toEqual({
      error: "mkdir /f: not a directory",
    });
  });
});
