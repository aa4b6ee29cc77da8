import { expect, test } from "vitest";
import { BuildBench as Bench } from "../../testing/build-bench.ts";
import { cost } from "./solve/cost.ts";

test("each stage says what it stands on, and which base of the world that is in the end", () => {
  const { stages } = new Bench().build("FROM small AS a\nFROM a AS b\nFROM scratch\nFROM b\nRUN true\n");
  expect(stages.map(({ name, base, parent }) => [name, base, parent])).toEqual([
    ["a", "docker.io/library/small:latest", undefined],
    ["b", undefined, 0],
    ["stage-3", undefined, 1],
  ]);
});

test("--label comes after the labels of the Dockerfile", () => {
  const built = new Bench().build("FROM small\nLABEL a=1 b=2\n", {}, { labels: { b: "3", c: "4" } });
  expect(built.image?.config.config?.Labels).toEqual({ a: "1", b: "3", c: "4" });
});

test("a layer belongs to the line that gave it this time", () => {
  const bench = new Bench();
  const lineOf = (text: string): unknown => bench.build(text).image?.layers.at(-1)?.origin?.range;
  const position = (line: number, length: number): unknown => ({
    start: expect.objectContaining({ line, column: 1 }),
    end: expect.objectContaining({ line, column: length + 1 }),
  });
  expect(lineOf("FROM small\nRUN echo > /a\n")).toEqual(position(2, 13));
  expect(lineOf("FROM small\n\nRUN echo > /a\n")).toEqual(position(3, 13));
  expect(lineOf("FROM small\nRUN echo > /a  \n")).toMatchObject({ start: { line: 2 } });
});

test("a limit and a gap say what they are, and what the real one would do", () => {
  const many = new Bench().build("FROM small\n".repeat(501)).error;
  expect(many).toMatchObject({
    message: "Drydock stops here: more than 500 stages. Docker has no such limit and would go on.",
    drydock: { what: expect.any(String), real: "Docker has no such limit and would go on." },
  });
  expect(new Bench().build("FROM small\n".repeat(500)).error).toBeUndefined();
  const gap = new Bench().build("FROM small\nADD https://example.org/x /x\n").error;
  expect(gap?.message).toMatch(
    /^Drydock does not simulate `ADD https:\/\/example\.org\/x`\. The real one would/,
  );
});

test("what was sent is counted in bytes, kilobytes, megabytes", () => {
  const sent = (bytes: number): string =>
    new Bench()
      .build("FROM small\nCOPY big /\n", { big: "x".repeat(bytes) })
      .vertices.flatMap(({ log }) => log.map(({ text }) => text))
      .filter((text) => text.startsWith("transferring context"))
      .at(-1) ?? "";
  const number = (text: string): number => Number.parseFloat(text.replace(/^\D+/, ""));
  expect(sent(10)).toMatch(/: \d+B done/);
  expect(sent(20_000)).toMatch(/: \d\d\.\d\dkB done/);
  expect(sent(3_000_000)).toMatch(/: 3\.\d\dMB done/);
  expect(number(sent(20_000)) - number(sent(10_000))).toBeCloseTo(10, 1);
});

test("the clock goes on by what the build took, and never back", () => {
  const bench = new Bench();
  const before = bench.now;
  bench.build("FROM small\nRUN sleep 3\n");
  const first = bench.now - before;
  expect(first).toBeGreaterThan(3_000 + cost.base);
  bench.build("FROM small\nRUN sleep 3\n");
  expect(bench.now - before - first).toBeGreaterThan(0);
  expect(bench.now - before - first).toBeLessThan(1_500);
  const failing = bench.now;
  bench.build("FROM small\nRUN sleep 2 && false\n");
  expect(bench.now - failing).toBeGreaterThan(2_000);
});
