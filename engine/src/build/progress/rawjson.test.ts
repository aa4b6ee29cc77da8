import { expect, test } from "vitest";
import { BuildBench } from "../../../testing/build-bench.ts";
import { treeOf } from "../../context/file-state.ts";
import { fromBase64 } from "../../core/base64.ts";
import { decode } from "../../core/bytes.ts";
import type { BuildRequest } from "../request.ts";
import { rawJsonProgress } from "./rawjson.ts";
import type { SolveStatus } from "./solve-status.ts";

const text = (data: string): string => decode(fromBase64(data) ?? new Uint8Array());

/** The lines of a build's progress, and what stands below them. */
function read(bench: BuildBench, dockerfile: string): { statuses: SolveStatus[]; rest: string[] } {
  const request: BuildRequest = {
    context: treeOf({}),
    dockerfile: { name: "Dockerfile", text: dockerfile },
    ignore: undefined,
  };
  const began = bench.now;
  const lines = rawJsonProgress(bench.build(dockerfile), request, began).split("\n").slice(0, -1);
  const end = lines.findIndex((line) => !line.startsWith("{"));
  const json = end < 0 ? lines : lines.slice(0, end);
  return { statuses: json.map((line) => JSON.parse(line) as SolveStatus), rest: lines.slice(json.length) };
}

test("each vertex starts, says what it does and is completed, in order of time", () => {
  const { statuses, rest } = read(
    new BuildBench(),
    "FROM small\nRUN echo '<one>'\nRUN echo two >&2; exit 3\n",
  );
  const events = statuses.flatMap(({ vertexes = [], statuses: parts = [], logs = [] }) => [
    ...vertexes.map(({ digest, started, completed }) => ({ digest, time: completed ?? started })),
    ...parts.map(({ vertex, started }) => ({ digest: vertex, time: started })),
    ...logs.map(({ vertex, timestamp }) => ({ digest: vertex, time: timestamp })),
  ]);
  const times = events.map(({ time }) => Date.parse(time));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBe(Date.UTC(2026, 10, 2, 8));
  const vertexes = statuses.flatMap(({ vertexes: all = [] }) => all);
  const [begun, over] = [false, true].map((done) =>
    vertexes.filter(({ completed }) => (completed !== undefined) === done),
  );
  expect(over?.map(({ digest }) => digest)).toEqual(begun?.map(({ digest }) => digest));
  expect(over?.at(-1)).toMatchObject({
    name: "[3/3] RUN echo two >&2; exit 3",
    error: 'process "/bin/sh -c echo two >&2; exit 3" did not complete successfully: exit code: 3',
  });
  expect(statuses.flatMap(({ logs = [] }) => logs).map(({ stream, data }) => [stream, text(data)])).toEqual([
    [1, "<one>\n"],
    [2, "two\n"],
  ]);
  expect(statuses.flatMap(({ statuses: parts = [] }) => parts)[0]).toMatchObject({
    id: "transferring dockerfile:",
    current: expect.any(Number),
  });
  expect(rest[0]).toBe("Dockerfile:3");
  expect(rest.at(-1)).toMatch(/^ERROR: failed to build: failed to solve: process /);
});

test("what is cached says so; warnings are told once, and nowhere else", () => {
  const bench = new BuildBench();
  const file = "FROM small\nRUN echo one\nCMD echo hi\n";
  const cached = ({ statuses }: { statuses: SolveStatus[] }): string[] =>
    statuses.flatMap(({ vertexes = [] }) => vertexes.flatMap((one) => (one.cached ? [one.name] : [])));
  expect(cached(read(bench, file))).toEqual([]);
  const again = read(bench, file);
  expect(cached(again)).toEqual(["[2/2] RUN echo one"]);
  const warnings = again.statuses.flatMap(({ warnings: all = [] }) => all);
  expect(warnings.map(({ short, range }) => [text(short), range])).toEqual([
    [
      "JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 3)",
      [{ start: { line: 3 }, end: { line: 3 } }],
    ],
  ]);
  expect(text(warnings[0]?.sourceInfo.data ?? "")).toBe(file);
  expect(again.rest).toEqual([]);
});

test("the text can stand in HTML, as Go writes it", () => {
  const bench = new BuildBench();
  const dockerfile = "FROM small\nRUN true && echo '<b>'\n";
  const request = {
    context: treeOf({}),
    dockerfile: { name: "Dockerfile", text: dockerfile },
    ignore: undefined,
  };
  const raw = rawJsonProgress(bench.build(dockerfile), request, 0);
  expect(raw).toContain(String.raw`RUN true \u0026\u0026 echo '\u003cb\u003e'`);
  expect(raw).not.toMatch(/[<>&]/);
});
