import { expect, test } from "vitest";
import { digestOf } from "../../core/digest.ts";
import { Content } from "../../vfs/content.ts";
import { FileSystem, emptyDirectory } from "../../vfs/file-system.ts";
import { createImage } from "./image.ts";
import { createLayer } from "./layer.ts";

const files = new FileSystem(emptyDirectory(), () => 1704067200);
const lower = files.snapshot();
files.write("/b", Content.of("A\n"));
const upper = files.snapshot();
const config = { architecture: "amd64", os: "linux", config: {}, history: [] };

test("the id is the digest of the config, which names the layers", () => {
  const image = createImage({ config, layers: [createLayer(lower, upper), createLayer(upper, upper)] });
  expect(image.config.rootfs.diff_ids).toEqual([
    "sha256:47ade71bb58f5db25fbc67b80558e8312fd2f33e2ea3c664bea59b210b3d6427",
    "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
  ]);
  expect(image.id).toBe(digestOf(image.configJson));
  expect(JSON.parse(image.configJson)).toMatchObject({ rootfs: image.config.rootfs });
  expect([image.size, image.tree]).toEqual([2, upper]);
});

test("nothing is hashed before somebody asks, and then once", () => {
  let asked = 0;
  const layer = Object.create(createLayer(lower, upper), {
    diffId: { get: () => (asked++, digestOf("")) },
  }) as ReturnType<typeof createLayer>;
  const image = createImage({ config, layers: [layer] });
  expect([image.tree, image.size, image.config.os, asked]).toEqual([upper, 2, "linux", 0]);
  expect(image.id).toBe(image.id);
  expect(image.config.rootfs.diff_ids).toHaveLength(1);
  expect(asked).toBe(1);
});

test("what is known of an original stands", () => {
  const known = { id: digestOf("x"), configJson: "{}" };
  expect(createImage({ config, layers: [], known })).toMatchObject(known);
});
