import { expect, test } from "vitest";
import fc from "fast-check";
import type { EngineError } from "../core/engine-error.ts";
import { Content } from "../vfs/content.ts";
import { FileSystem } from "../vfs/file-system.ts";
import { type FileState, stateOf, treeOf } from "./file-state.ts";

test("every form of an entry", () => {
  const state: FileState = {
    Dockerfile: "FROM scratch\n",
    "bin/run.sh": { text: "#!/bin/sh\n", mode: "0755" },
    "bin/tool": { base64: "/wD+", mode: "0755" },
    "data.bin": { base64: "/wD+" },
    latest: { link: "bin/run.sh" },
    "empty/": "",
    "private/": { text: "", mode: "0700" },
    "private/key": "k",
  };
  expect(stateOf(treeOf(state))).toEqual(state);
});

test("no path leaves the root, and a folder wins over a file", () => {
  expect(stateOf(treeOf({ "../../a": "1", "/b": "2", "c/./d": "3" }))).toEqual({
    a: "1",
    b: "2",
    "c/d": "3",
  });
  expect(stateOf(treeOf({ a: "1", "a/b": "2" }))).toEqual({ "a/b": "2" });
  expect(stateOf(treeOf({ "a/b": "2", a: "1" }))).toEqual({ "a/b": "2" });
});

test("paths are told in order, whatever order they came in; the root has no name", () => {
  const state = { "c/z": "1", "c/a": "2", b: "3", "": "4", "/": { text: "", mode: "0700" } };
  expect(Object.keys(stateOf(treeOf(state)))).toEqual(["b", "c/a", "c/z"]);
});

test("modes keep their four digits", () => {
  expect(stateOf(treeOf({ a: { text: "", mode: "0044" }, b: { base64: "/w==", mode: "04755" } }))).toEqual({
    a: { text: "", mode: "0044" },
    b: { base64: "/w==", mode: "04755" },
  });
});

test("bytes that nobody has are not made up", () => {
  const words = (run: () => unknown): unknown => {
    try {
      return run();
    } catch (error) {
      return (error as EngineError<"NOT_SIMULATED">).data;
    }
  };
  expect(words(() => treeOf({ "a/b": { base64: "?" } }))).toMatchObject({ what: "the base64 text of a/b" });
  const tree = new FileSystem(treeOf({}), () => 0);
  tree.write("/lib", Content.declared(9, "a library"));
  expect(words(() => stateOf(tree.snapshot()))).toMatchObject({ what: "the bytes of lib" });
});

test("names that JavaScript objects know are names like others", () => {
  const state = JSON.parse('{"__proto__":"1","constructor/x":"2"}') as FileState;
  expect(Object.keys(stateOf(treeOf(state))).sort()).toEqual(["__proto__", "constructor/x"]);
});

test("a tree and its state hold the same", () => {
  const path = fc
    .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join("/"));
  const value = fc.oneof(
    fc.string(),
    fc.record({ link: fc.string({ minLength: 1 }) }),
    fc.record({ text: fc.string({ unit: "binary" }), mode: fc.constantFrom("0755", "0600", "04755") }),
  );
  fc.assert(
    fc.property(fc.dictionary(path, value, { maxKeys: 8 }), (state) => {
      const once = stateOf(treeOf(state));
      expect(stateOf(treeOf(once))).toEqual(once);
    }),
  );
});
