import { readTar } from "../archive/tar.ts";
import { expect, test } from "vitest";
import { digestOf } from "../core/digest.ts";
import { Content } from "./content.ts";
import { FileSystem, emptyDirectory } from "./file-system.ts";
import { layerSize, layerTar } from "./layer-tar.ts";

/** 2024-01-01, the time of every file in the recordings. */
const THEN = 1704067200;
const start = (): FileSystem => new FileSystem(emptyDirectory(THEN), () => THEN);
const text = (tar: Uint8Array): string => Buffer.from(tar).toString("latin1");

test("the diff ids that a real engine computes", () => {
  const empty = emptyDirectory(THEN);
  expect(digestOf(layerTar(empty, empty))).toBe(
    "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
  );

  const one = start();
  one.write("/b", Content.of("A\n"));
  expect(digestOf(layerTar(empty, one.snapshot()))).toBe(
    "sha256:47ade71bb58f5db25fbc67b80558e8312fd2f33e2ea3c664bea59b210b3d6427",
  );

  const folder = start();
  for (const path of ["/app", "/app/empty", "/app/lib"]) folder.mkdir(path);
  folder.write("/app/x.py", Content.of("x\n"));
  folder.write("/app/lib/y.py", Content.of("yy\n"));
  folder.symlink("lib", "/app/dlink");
  expect(digestOf(layerTar(empty, folder.snapshot()))).toBe(
    "sha256:024eee30714c6f35bd86c82bd99670af6a0543cccadda4a65cb0a348afe621a9",
  );
});

test("whiteouts, opaque directories and links", () => {
  const files = start();
  for (const path of ["/d", "/keep"]) files.mkdir(path);
  for (const path of ["/d/a", "/d/b", "/gone", "/keep/too"]) files.write(path, Content.of("12345"));
  const lower = files.snapshot();
  for (const path of ["/d/a", "/d/b", "/gone", "/keep/too"]) files.unlink(path);
  files.rmdir("/d");
  files.mkdir("/d");
  files.write("/d/c", Content.of("123"));
  files.link("/d/c", "/d/e");
  const upper = files.snapshot();
  const tar = layerTar(lower, upper);
  const names = Array.from({ length: tar.length / 512 }, (_, i) =>
    text(tar.subarray(i * 512, i * 512 + 100)).replace(/\0.*/s, ""),
  );
  expect(names.filter((name) => name !== "" && name !== "123")).toEqual([
    "d/",
    "d/.wh..wh..opq",
    "d/c",
    "d/e",
    ".wh.gone",
    "keep/",
    "keep/.wh.too",
  ]);
  expect(layerSize(lower, upper)).toBe(3);
  // Whiteouts of one layer are one file to the overlay: all but the first name the first.
  const members = readTar(tar);
  const links = (Array.isArray(members) ? members : []).map(({ name, target }) => [name, target]);
  expect(links.slice(-3)).toEqual([
    [".wh.gone", ""],
    ["keep/", ""],
    ["keep/.wh.too", "gone"],
  ]);
});

test("content that is only declared is told apart by its size", () => {
  const files = start();
  files.write("/usr-bin-python", Content.declared(5_000_000, "python 3.11"));
  const tar = layerTar(emptyDirectory(), files.snapshot());
  expect(tar.length).toBe(512 * 3 + 1024);
  expect(text(tar)).toContain("24 DRYDOCK.size=5000000\n");
  expect(layerSize(emptyDirectory(), files.snapshot())).toBe(5_000_000);
});

test("long and foreign names get a pax record", () => {
  const files = start();
  const long = "n".repeat(120);
  files.write(`/${long}`, Content.of(""));
  files.write("/é", Content.of(""));
  const tar = text(layerTar(emptyDirectory(), files.snapshot()));
  expect(tar).toContain(`130 path=${long}\n`);
  expect(tar).toContain("11 path=\u00c3\u00a9\n");
});

test("files that are counted and not listed weigh where they are new, added to or written anew", () => {
  const files = start();
  files.mkdir("/lib");
  files.setBulk("/lib", { files: 10, bytes: 1_000 });
  const lower = files.snapshot();
  expect(layerSize(emptyDirectory(), lower)).toBe(1_000);
  files.chmod("/lib", 0o700);
  expect(layerSize(lower, files.snapshot())).toBe(0);
  files.setBulk("/lib", { files: 12, bytes: 1_500 });
  expect(layerSize(lower, files.snapshot())).toBe(500);
  files.setBulk("/lib", { files: 10, bytes: 1_000 });
  expect(layerSize(lower, files.snapshot())).toBe(1_000);
  expect(text(layerTar(lower, files.snapshot()))).toContain("DRYDOCK.bulk=10 1000");
  files.setBulk("/lib", undefined);
  expect(layerSize(lower, files.snapshot())).toBe(0);
});
