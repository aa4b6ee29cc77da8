import { describe, expect, test } from "vitest";
import { gzip } from "../../archive/gzip.ts";
import { digestOf } from "../../core/digest.ts";
import { tarOf } from "../../../testing/tar-of.ts";
import { Daemon } from "../daemon.ts";
import { loadImages } from "./load-images.ts";

const layer = tarOf({ "hello.txt": "hello\n" });
const config = (more: object = {}): string =>
  JSON.stringify({
    architecture: "amd64",
    os: "linux",
    config: { Cmd: ["/x"], Env: null },
    rootfs: { type: "layers", diff_ids: [digestOf(layer)] },
    history: [],
    ...more,
  });
const listed = (more: object = {}): string =>
  JSON.stringify([{ Config: "c.json", RepoTags: ["app:1"], Layers: ["l/layer.tar"], ...more }]);
const whole = { "manifest.json": listed(), "c.json": config(), "l/layer.tar": layer };
const load = (bytes: Uint8Array): ReturnType<typeof loadImages> =>
  loadImages(new Daemon({ seed: "load" }).state, bytes, "/tmp/import");

describe("archives that others wrote", () => {
  test.each([
    ["plain", tarOf(whole)],
    ["packed as a whole", gzip(tarOf(whole))],
    ["with packed layers", tarOf({ ...whole, "l/layer.tar": gzip(layer) })],
    [
      "with links to layers",
      tarOf({ ...whole, "l/layer.tar": { link: "../m/real.tar" }, "m/real.tar": layer }),
    ],
  ])("%s", (_, bytes) => {
    const loaded = load(bytes);
    if ("error" in loaded) throw new Error(loaded.error);
    expect(loaded).toHaveLength(1);
    expect(loaded[0]?.names).toEqual(["app:1"]);
    expect(loaded[0]?.image.id).toBe(digestOf(config()));
    expect(loaded[0]?.image.config.config).toEqual({ Cmd: ["/x"] });
    expect(loaded[0]?.image.tree.children.get("hello.txt")).toMatchObject({ kind: "file", mode: 0o644 });
    expect(loaded[0]?.image.size).toBe(6);
  });

  test.each([
    ["no archive", new TextEncoder().encode("x".repeat(600)), "archive/tar: invalid tar header"],
    ["cut off", tarOf(whole).subarray(0, 530), "unexpected EOF"],
    ["nothing", new Uint8Array(), "open /tmp/import/repositories: no such file or directory"],
    [
      "no config",
      tarOf({ ...whole, "c.json": { link: "gone" } }),
      "open /tmp/import/c.json: no such file or directory",
    ],
    [
      "a loop of links",
      tarOf({ ...whole, "c.json": { link: "c.json" } }),
      "open /tmp/import/c.json: no such file or directory",
    ],
    [
      "a config outside",
      tarOf({ ...whole, "manifest.json": listed({ Config: "../../etc/passwd" }) }),
      "open /tmp/import/../../etc/passwd: no such file or directory",
    ],
    [
      "a list that is none",
      tarOf({ ...whole, "manifest.json": '{"Config":1}' }),
      "json: cannot unmarshal manifest.json into Go value of type []tarexport.manifestItem",
    ],
    [
      "more layers than ids",
      tarOf({ ...whole, "manifest.json": listed({ Layers: ["l/layer.tar", "l/layer.tar"] }) }),
      "invalid manifest, layers length mismatch: expected 2, got 1",
    ],
    [
      "no rootfs",
      tarOf({ ...whole, "c.json": config({ rootfs: undefined }) }),
      "invalid image JSON, no RootFS key",
    ],
    [
      "a config of other types",
      tarOf({ ...whole, "c.json": config({ config: { Cmd: 3 } }) }),
      "invalid image JSON, Cmd of its config is of another type",
    ],
  ])("%s is refused", (_, bytes, error) => {
    expect(load(bytes)).toEqual({ error });
  });

  test("a layer that is not what the config says is refused", () => {
    const other = tarOf({ "hello.txt": "hallo\n" });
    expect(load(tarOf({ ...whole, "l/layer.tar": other }))).toEqual({
      error: `invalid diffID for layer 0: expected "${digestOf(layer)}", got "${digestOf(other)}"`,
    });
  });

  test("what is too much is told, not swallowed", () => {
    const bomb = gzip(new Uint8Array(40 * 1024 * 1024));
    expect(() => load(tarOf({ ...whole, "l/layer.tar": bomb }))).toThrow(/200 times its packed size/);
    const deep = tarOf({ [`${"a/".repeat(80)}f`]: "x" });
    const ids = { rootfs: { type: "layers", diff_ids: [digestOf(deep)] } };
    expect(() => load(tarOf({ ...whole, "l/layer.tar": deep, "c.json": config(ids) }))).toThrow(
      /folders above/,
    );
  });
});
