import { expect, test } from "vitest";
import { bases } from "../../bases/index.ts";
import { BuildBench } from "../../testing/build-bench.ts";
import { digestOf } from "../core/digest.ts";
import { namedBase } from "../daemon/bases/base-image.ts";
import { Workstation } from "../host/workstation.ts";
import type { Image } from "./image/image.ts";
import { validate } from "./validate.ts";

function built(text: string): Image {
  const { image, error } = new BuildBench().build(text, { "a.txt": "a", "d/b": "b" });
  if (!image) throw new Error(error?.message);
  return image;
}

const FILE = "FROM small\nRUN echo 1 > /one\nENV A=1\nCOPY . /all/\nRUN rm /all/a.txt && cp /one /two\n";

test.each([
  FILE,
  "FROM scratch\nCMD x\n",
  "FROM scratch\nCOPY d /\n",
  "FROM small\nWORKDIR /\nRUN :\nMAINTAINER me\n",
  "FROM small AS one\nRUN rm -r /tmp; mkdir /tmp; echo x > /tmp/x\nFROM one\nVOLUME /v\nCOPY --link --from=other / /r\n",
])("a built image is whole: %j", (text) => {
  expect(validate(built(text))).toEqual([]);
});

test.each(bases.map(namedBase))("$references.0 is whole", ({ image }) => {
  // A base keeps its published id, though its DiffIDs are stand-ins.
  const known: readonly string[] = ["id"];
  expect(validate(image).filter(({ what }) => !known.includes(what))).toEqual([]);
});

test("an image over a real base, with packages, is whole", () => {
  const files = {
    Dockerfile:
      "FROM python:3.13-slim\nRUN pip install flask\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\nCOPY . /app\n",
  };
  const { image, error } = new Workstation({ bases, seed: "validate", files }).build();
  expect(error).toBeUndefined();
  expect(image && validate(image)).toEqual([]);
});

/** The same thing with some of what it says replaced; the rest is still worked out by the thing itself. */
const lying = <T extends object>(thing: T, said: Partial<T>): T => {
  const values = Object.entries(said).map(([name, value]) => [name, { value }]);
  return Object.create(thing, Object.fromEntries(values)) as T;
};

test("whatever an image says wrongly is found", () => {
  const image = built(FILE);
  const [first, second, ...rest] = image.layers;
  if (!first || !second) throw new Error("no layers");
  const found = (said: Partial<Image>): string[] => validate(lying(image, said)).map(({ what }) => what);
  const foundInLayer = (said: Partial<typeof second>): string[] =>
    found({ layers: [first, lying(second, said), ...rest] });
  expect(found({ id: digestOf("x") })).toEqual(["id"]);
  expect(found({ size: 1 })).toEqual(["size"]);
  expect(found({ digests: ["small@sha256:12"] })).toEqual(["repository digests"]);
  expect(found({ tree: first.upper })).toEqual(["tree is the last layer's"]);
  expect(found({ configJson: image.configJson.replace("A=1", "A=2") })).toEqual(["id", "environment"]);
  expect(found({ config: { ...image.config, history: image.config.history.slice(1) } })).toEqual([
    "history rows",
    "history rows with a layer",
  ]);
  expect(foundInLayer({ diffId: digestOf("x") })).toEqual(["stored DiffIDs", "DiffIDs", "layer 2 DiffID"]);
  expect(foundInLayer({ size: 99 })).toEqual(["layer 2 size"]);
  expect(foundInLayer({ lower: image.tree })).toEqual(["layer 2 stands on the one below"]);
  expect(foundInLayer({ tar: new Uint8Array(1024) })).toEqual(["size", "layer 2 DiffID", "layer 2 size"]);
  expect(found({ layers: [first, second] })).toContain("history rows with a layer");
});
