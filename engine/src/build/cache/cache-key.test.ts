import { expect, test } from "vitest";
import { BuildBench, stepLines, textIn } from "../../../testing/build-bench.ts";
import type { FileState } from "../../context/file-state.ts";
import type { BuildRequest } from "../request.ts";

const FILES = { "a.txt": "a", "b.txt": "a", "d/a.txt": "a", "x.py": "x" };

/** Does the last step of the second file come from the cache of the first? */
function hits(first: string, second: string, flags: Partial<BuildRequest> = {}): boolean {
  const bench = new BuildBench();
  const built = bench.build(`FROM small\n${first}\n`, FILES);
  expect(built.error).toBeUndefined();
  const again = bench.build(`FROM small\n${second}\n`, FILES, flags);
  expect(again.error).toBeUndefined();
  return stepLines(again).at(-1)?.endsWith(": CACHED") === true;
}

const script = (word: string): string => `RUN <<E\n#!/bin/sh\necho ${word}\nE`;

test.each([
  ["COPY a.txt /x", "COPY b.txt /x"],
  ["COPY a.txt /x", "COPY a.txt /y"],
  ["COPY a.txt /x", "ADD a.txt /x"],
  ["COPY a.txt /x", "COPY --chmod=600 a.txt /x"],
  ["COPY --chmod=600 a.txt /x", "COPY --chmod=640 a.txt /x"],
  ["COPY --chown=1 a.txt /x", "COPY --chown=2 a.txt /x"],
  ["COPY --exclude=q d /x/", "COPY --exclude=z d /x/"],
  ["ADD a.txt /x", "ADD --unpack=false a.txt /x"],
  ["COPY <<E /x\n1\nE", "COPY <<E /x\n2\nE"],
  ["RUN true", "RUN  true && true"],
  ["RUN true", 'RUN ["sh", "-c", "true"]'],
  ["RUN true", "RUN --network=none true"],
  ["USER 0\nRUN true", "USER app\nRUN true"],
  ["WORKDIR /tmp\nRUN true", "WORKDIR /etc\nRUN true"],
  ["WORKDIR /p", "WORKDIR /q"],
  ["USER 1\nWORKDIR /p", "USER 2\nWORKDIR /p"],
  ["ENV A=1\nRUN true", "ENV A=2\nRUN true"],
  ["ARG A=1\nRUN true", "ARG A=2\nRUN true"],
  ["ARG A\nRUN true", "ARG A=\nRUN true"],
  [script("1"), script("2")],
  ["RUN --mount=target=/m true", "RUN --mount=target=/n true"],
  ["RUN --mount=target=/m true", "RUN --mount=target=/m,rw true"],
  ["RUN --mount=source=a.txt,target=/m true", "RUN --mount=source=x.py,target=/m true"],
  ["RUN --mount=type=tmpfs,target=/m true", "RUN --mount=type=tmpfs,target=/m,size=1m true"],
])("another key: %j and %j", (first, second) => {
  expect(hits(first, second)).toBe(false);
  expect(hits(first, first)).toBe(true);
});

test.each([
  ["COPY a.txt /x", "copy   ./a.txt   /x"],
  ["COPY a.txt /x", "COPY d/a.txt /x"],
  ["COPY a.txt /x", "COPY /a.txt \\\n  /x"],
  ["COPY a.txt /x", "COPY --link a.txt /x"],
  ["RUN true", "run true"],
  ["RUN true", "LABEL a=b\nEXPOSE 1\nCMD x\nRUN true"],
  ["RUN --mount=type=cache,id=1,target=/m true", "RUN --mount=type=cache,id=2,target=/m true"],
])("one key: %j and %j", (first, second) => {
  expect(hits(first, second)).toBe(true);
});

test.each<[string, string, FileState, FileState, boolean]>([
  ["the name of a file that a pattern finds", "COPY *.txt /x/", { "a.txt": "1" }, { "b.txt": "1" }, false],
  [
    "the pattern's own files, and no others",
    "COPY *.txt /x/",
    { "a.txt": "1" },
    { "a.txt": "1", "b.md": "" },
    true,
  ],
  ["a name in a folder", "COPY d /x/", { "d/a": "1" }, { "d/b": "1" }, false],
  ["a name that --exclude leaves", "COPY --exclude=*.md d /x/", { "d/a": "1" }, { "d/b": "1" }, false],
  [
    "no file that --exclude takes out",
    "COPY --exclude=*.md d /x/",
    { "d/a": "1", "d/r.md": "1" },
    { "d/a": "1", "d/r.md": "2" },
    true,
  ],
  ["which file goes where", "COPY a b /x/", { a: "1", b: "2" }, { a: "2", b: "1" }, false],
  ["what a mount shows", "RUN --mount=target=/m cat /m/a", { a: "1" }, { a: "2" }, false],
  ["a name that a mount shows", "RUN --mount=target=/m true", { a: "1" }, { b: "1" }, false],
  [
    "only its own part of the context",
    "RUN --mount=source=d,target=/m true",
    { "d/a": "1", b: "1" },
    { "d/a": "1", b: "2" },
    true,
  ],
])("what counts: %s", (_, line, before, after, same) => {
  const bench = new BuildBench();
  const dockerfile = `FROM small\n${line}\n`;
  const flags = { ignore: "Dockerfile" };
  expect(bench.build(dockerfile, before, flags).error).toBeUndefined();
  const again = bench.build(dockerfile, after, flags);
  expect(again.error).toBeUndefined();
  expect(stepLines(again).at(-1)?.endsWith(": CACHED")).toBe(same);
});

test("a mount from another stage counts by what it shows", () => {
  const bench = new BuildBench();
  const file = (made: string, from = "s"): string =>
    `FROM small AS s\nRUN ${made}\nFROM small\nRUN --mount=from=${from},source=/o,target=/m cat /m/f > /got\n`;
  const build = (...args: Parameters<typeof file>): [string, boolean] => {
    const result = bench.build(file(...args));
    return [textIn(result, "/got"), stepLines(result).at(-1)?.endsWith(": CACHED") === true];
  };
  expect(build("mkdir /o && echo 1 > /o/f")).toEqual(["1\n", false]);
  expect(build("mkdir /o && echo 2 > /o/f")).toEqual(["2\n", false]);
  expect(build("mkdir /o; echo 1 > /o/f", "S")).toEqual(["1\n", true]);
  expect(build("mkdir /o; echo 2 > /o/f; echo > /else")).toEqual(["2\n", true]);
});

test("a build arg counts where ARG declares it, and only below", () => {
  const file = "RUN echo 1\nARG A\nRUN echo 2";
  expect(hits(file, file, { args: { A: "2" } })).toBe(false);
  expect(hits("RUN echo 1\nARG A", "RUN echo 1\nARG A", { args: { A: "2" } })).toBe(true);
});

test("what is in a secret or a cache mount counts for nothing", () => {
  const bench = new BuildBench();
  const secret = "FROM small\nRUN --mount=type=secret,id=k cat /run/secrets/k > /k\n";
  bench.build(secret, {}, { secrets: { k: "1" } });
  expect(textIn(bench.build(secret, {}, { secrets: { k: "2" } }), "/k")).toBe("1");
});

test.each(["shared", "private", "locked"])(
  "a %s cache mount is there again when nobody else has it",
  (sharing) => {
    const bench = new BuildBench();
    const file = (n: number): string =>
      `FROM small\nRUN --mount=type=cache,target=/c,sharing=${sharing} echo ${n} >> /c/all; cat /c/all > /seen\n`;
    bench.build(file(1));
    expect(textIn(bench.build(file(2)), "/seen")).toBe("1\n2\n");
  },
);
