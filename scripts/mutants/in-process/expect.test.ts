import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import areas from "../areas.json" with { type: "json" };
import { expect as standIn } from "./expect.ts";

const known = new Set([...Object.keys(standIn(0)), ...Object.keys(standIn)]);

test.each(Object.entries(areas))("every assertion that the tests of %s use is known", (_, { tests }) => {
  const files = tests.flatMap((pattern) => globSync(pattern));
  expect(files.length).toBeGreaterThan(0);
  const used = files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /\)(?:\.\w+)?\.(to(?:Be|Equal|Match|Contain|Have|Satisfy|Strict|Throw)\w*)\(|\bexpect\.(\w+)\(/g,
      ),
    ].map(([, assertion, made]) => assertion ?? made),
  );
  expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([]);
});

test("a list that must hold these members is asked for each of them, whatever else it holds", () => {
  const holds = (got: unknown, members: unknown[]): boolean => {
    try {
      standIn(got).toEqual({ list: standIn.arrayContaining(members) });
      return true;
    } catch {
      return false;
    }
  };
  expect(holds({ list: [1, { a: 2 }, 3] }, [{ a: 2 }, 1])).toBe(true);
  expect(holds({ list: [1] }, [1, 2])).toBe(false);
  expect(holds({ list: "12" }, ["1"])).toBe(false);
});
