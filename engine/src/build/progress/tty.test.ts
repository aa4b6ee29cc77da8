import headless from "@xterm/headless";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallImage } from "../../../testing/small-image.ts";
import { treeOf } from "../../context/file-state.ts";
import { build } from "../build.ts";
import { emptyCache } from "../cache/cache.ts";
import type { BuildRequest } from "../request.ts";
import type { BuildResult, Vertex } from "../result.ts";
import { buildView } from "./tty.ts";

const image = smallImage();

function run(text: string): [BuildResult, BuildRequest] {
  let now = Date.UTC(2026, 10, 2, 8);
  const context = treeOf({ Dockerfile: text, "a.txt": "a\n" });
  const request = { context, dockerfile: { name: "Dockerfile", text }, ignore: undefined, tags: ["web"] };
  const { result } = build(request, {
    cache: emptyCache,
    clock: { now: () => now, elapse: (milliseconds) => void (now += milliseconds) },
    image: (name) => (name.includes("small") ? image : { error: `${name}: not found` }),
  });
  return [result, request];
}

/** What a terminal shows after each frame; `top` is how many lines have scrolled away. */
async function screens(
  result: BuildResult,
  request: BuildRequest,
  size: { columns: number; rows: number },
): Promise<{ lines: string[]; top: number; wrapped: boolean }[]> {
  const terminal = new headless.Terminal({ cols: size.columns, rows: size.rows, allowProposedApi: true });
  const write = (text: string): Promise<void> => new Promise((done) => terminal.write(text, done));
  await write("$ docker build .\r\n");
  const all = [];
  for (const { text } of buildView(result, request).frames(size)) {
    await write(text);
    const { baseY, length } = terminal.buffer.active;
    const rows = Array.from({ length }, (_, row) => terminal.buffer.active.getLine(row));
    all.push({
      lines: rows.map((row) => row?.translateToString(true).trimEnd() ?? "").slice(1),
      top: baseY,
      wrapped: rows.some((row) => row?.isWrapped),
    });
  }
  return all;
}

const filled = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex((line) => line !== "") + 1);

const vertex = fc
  .record({
    words: fc.array(fc.constantFrom("RUN", "x".repeat(30), "äöü", "日本語", "🐳", "&&", "\t", "\u001B[2J"), {
      minLength: 1,
      maxLength: 12,
    }),
    begin: fc.integer({ min: 0, max: 3000 }),
    duration: fc.integer({ min: 0, max: 3000 }),
    status: fc.constantFrom("DONE", "CACHED", "CANCELED", "ERROR"),
    log: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 3000 }),
        text: fc.constantFrom(
          "one",
          "",
          "long ".repeat(40),
          "10%\r20%",
          "日本".repeat(30),
          "a\tb",
          "\u001B[31mred",
        ),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ words, begin, duration, status, log }): Vertex => ({
    name: words.join(" "),
    status,
    ...(status === "ERROR" && { error: "exit code: 1" }),
    begin,
    duration: status === "CACHED" ? 0 : duration,
    cost: duration,
    log: log
      .filter(({ at }) => at <= duration)
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, text }) => ({ at, stream: "stdout", text })),
    step: { number: 1 } as unknown as NonNullable<Vertex["step"]>,
  }));

describe("a build on a terminal", () => {
  test("draws over itself: nothing of it is left above, and no line wraps, whatever the size", async () => {
    const [result, request] = run("FROM small\n");
    const size = fc.record({
      columns: fc.integer({ min: 30, max: 130 }),
      rows: fc.integer({ min: 4, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(vertex, { maxLength: 14 }), size, async (vertices, terminal) => {
        const told = {
          ...result,
          vertices: [
            ...result.vertices.slice(0, 1),
            ...vertices.toSorted((a, b) => (a.begin ?? 0) - (b.begin ?? 0)),
          ],
        };
        const shown = await screens(told, request, terminal);
        const drawn = shown.slice(0, -1 - Number(vertices.some(({ status }) => status === "ERROR")));
        for (const { lines, top, wrapped } of drawn) {
          expect(lines.filter((line) => line.startsWith("[+] Building"))).toHaveLength(1);
          expect(wrapped).toBe(false);
          expect(top).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("ends with what is shown where nothing moves", async () => {
    for (const text of [
      "FROM small\nRUN echo a; sleep 2; echo b\nCOPY a.txt /\n",
      "FROM small\nRUN exit 3\n",
      "FRM x\n",
    ]) {
      const [result, request] = run(text);
      const last = (await screens(result, request, { columns: 60, rows: 40 })).at(-1);
      const still = buildView(result, request)
        .still(60)
        // oxlint-disable-next-line no-control-regex
        .replaceAll(/\u001B\[\d+m/g, "")
        .split("\r\n")
        .flatMap((line) => line.trimEnd().match(/.{1,60}/g) ?? [""])
        .map((line) => line.trimEnd());
      expect(filled(last?.lines ?? [])).toEqual(filled(still));
    }
  });

  test("shows the last lines of what runs, and all of what failed", async () => {
    const echoes = Array.from({ length: 15 }, (_, i) => `echo line-${i}`).join("; ");
    const [result, request] = run(`FROM small\nRUN ${echoes}; sleep 3; exit 4\nRUN never\n`);
    const shown = await screens(result, request, { columns: 100, rows: 40 });
    const running = shown.find(({ lines }) => lines.some((line) => line.includes("# line-14")));
    expect(running?.lines.filter((line) => line.startsWith(" => => # "))).toEqual(
      [9, 10, 11, 12, 13, 14].map((i) => ` => => # line-${i}`),
    );
    const last = shown.at(-1)?.lines ?? [];
    expect(last[0]).toMatch(/^\[\+\] Building \d\.\ds \(5\/6\) {2,}docker:default$/);
    expect(last.filter((line) => /^\d\.\d{3} line-/.test(line))).toHaveLength(15);
  });

  test("has no room for a step's output on a low terminal", async () => {
    const [result, request] = run("FROM small\nRUN echo here; sleep 3\n");
    const output = async (rows: number): Promise<boolean> =>
      (await screens(result, request, { columns: 80, rows })).some(({ lines }) =>
        lines.some((line) => line.startsWith(" => => # here")),
      );
    expect([await output(12), await output(13)]).toEqual([false, true]);
  });

  test("a long build is not drawn for ever", () => {
    const [result, request] = run("FROM small\nRUN echo a; sleep 86400; echo b\n");
    expect(buildView(result, request).frames({ columns: 80, rows: 24 }).length).toBeLessThan(1000);
  });
});
