import fc from "fast-check";
import { expect, test } from "vitest";
import { BuildBench, allCached, stepLines } from "../../testing/build-bench.ts";
import { mutatedText, runs } from "../../testing/dockerfile-text.ts";
import { type FileState, treeOf } from "../context/file-state.ts";
import { checkReport } from "./progress/check-report.ts";
import { plainProgress } from "./progress/plain.ts";
import { validate } from "./validate.ts";

const name = fc.constantFrom("a", "b", "c", "d");
const line = fc.oneof(
  name.map((n) => `RUN echo ${n} > /${n}`),
  name.map((n) => `RUN mkdir -p /made && echo ${n} >> /made/all`),
  fc.tuple(name, name).map(([from, to]) => `COPY ${from}.txt /in/${to}`),
  fc.constant("COPY . /all/"),
  name.map((n) => `WORKDIR /work/${n}`),
  fc.tuple(name, name).map(([n, value]) => `ENV ${n.toUpperCase()}=${value}`),
  fc.tuple(name, name).map(([n, value]) => `ARG ${n}=${value}`),
  name.map((n) => `LABEL ${n}=1`),
  fc.constantFrom("USER 0", "USER root", "EXPOSE 80", 'CMD ["sh"]'),
);
const stage = fc.array(line, { maxLength: 6 }).map((lines) => ["FROM small", ...lines]);
/** One or two stages; the second takes what the first made. */
const dockerfile = fc.tuple(fc.option(stage, { nil: undefined }), stage).map(([first, last]) => {
  if (!first) return last;
  const [from = "", ...rest] = last;
  return [
    first.join("\n").replace("FROM small", "FROM small AS first"),
    from,
    "COPY --from=first /etc /first",
    ...rest,
  ];
});
const text = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
const FILES: FileState = { "a.txt": "a", "b.txt": "b", "c.txt": "c", "d.txt": "d", "sub/e.txt": "e" };
/** The Dockerfile itself is no part of what is copied: the properties are about steps. */
const flags = { ignore: "Dockerfile" };
const running = { numRuns: 60 };

test("no text breaks a build: it ends in an image or in words, and can be printed", () => {
  fc.assert(
    fc.property(mutatedText, (broken) => {
      const request = {
        context: treeOf({}),
        ignore: undefined,
        dockerfile: { name: "Dockerfile", text: broken },
      };
      const result = new BuildBench().build(broken, { a: "a", "b/c": "c", "x.py": "x" });
      expect(result.outcome === "ok").toBe(result.image !== undefined);
      expect(result.outcome === "ok").toBe(result.error === undefined);
      if (result.image) expect(validate(result.image)).toEqual([]);
      expect(plainProgress(result, request)).toContain("[internal] load build definition");
      const checked = new BuildBench().build(broken, {}, { check: true });
      expect(checkReport(checked, request).exitCode).toBe(
        checked.error || checked.warnings.length > 0 ? 1 : 0,
      );
    }),
    runs(400),
  );
});

test("a build again is all CACHED, with the same image, whatever the times of the files", () => {
  fc.assert(
    fc.property(dockerfile, (lines) => {
      const bench = new BuildBench();
      const first = bench.build(text(lines), FILES, flags, 1);
      const again = bench.build(text(lines), FILES, flags, 2);
      expect(first.error).toBeUndefined();
      expect(allCached(again)).toBe(true);
      expect(again.image?.id).toBe(first.image?.id);
      expect(again.image && validate(again.image)).toEqual([]);
      expect(first.image?.config.history.every(({ created }) => created !== undefined)).toBe(true);
    }),
    running,
  );
});

test("a line at the end leaves all steps above CACHED", () => {
  fc.assert(
    fc.property(dockerfile, (lines) => {
      const bench = new BuildBench();
      const before = stepLines(bench.build(text(lines), FILES, flags)).length;
      const after = stepLines(bench.build(text([...lines, "RUN echo the end"]), FILES, flags));
      expect(after.slice(0, before).every((told) => told.endsWith(": CACHED"))).toBe(true);
    }),
    running,
  );
});

test("a change and its revert end where it began", () => {
  fc.assert(
    fc.property(dockerfile, dockerfile, name, (lines, other, file) => {
      const bench = new BuildBench();
      const first = bench.build(text(lines), FILES, flags);
      bench.build(text(other), { ...FILES, [`${file}.txt`]: "changed" }, flags);
      const back = bench.build(text(lines), FILES, flags);
      expect(allCached(back)).toBe(true);
      expect(back.image?.id).toBe(first.image?.id);
    }),
    running,
  );
});

test("a cached build leaves the files of a fresh one, and every step that ran says why", () => {
  fc.assert(
    fc.property(dockerfile, dockerfile, name, (lines, other, file) => {
      const edited = { ...FILES, [`${file}.txt`]: "changed" };
      const bench = new BuildBench();
      bench.build(text(other), FILES, flags);
      const warm = bench.build(text(lines), edited, flags);
      const cold = new BuildBench().build(text(lines), edited, flags);
      expect(warm.image?.layers.map(({ size }) => size)).toEqual(cold.image?.layers.map(({ size }) => size));
      expect(warm.image?.config.config).toEqual(cold.image?.config.config);
      for (const { step, status } of warm.vertices)
        if (step) expect(step.miss !== undefined).toBe(status !== "CACHED");
    }),
    running,
  );
});
