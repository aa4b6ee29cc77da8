import { expect, test } from "vitest";
import * as z from "zod";
import { sampleReport, sampleVerdict } from "../testing/sample-report.ts";
import { readReport } from "./read-report.ts";
import { reportJsonSchema } from "./report-json-schema.ts";

const report = sampleReport("ana", [
  sampleVerdict("small", "pass", "", {
    bonus: true,
    override: { by: "R", comment: "", points: 0, outcome: "fail" },
  }),
]);

test("a report of an older format is led through every step since then", () => {
  const steps = [
    (fields: object) => ({ ...fields, format: 2, lesson: "renamed" }),
    (fields: object) => ({ ...fields, format: 3, notes: ["two steps"] }),
  ];
  expect(readReport(report, steps)).toMatchObject({ lesson: "renamed", notes: ["two steps"] });
  expect(readReport({ ...report, format: 2 }, steps)).toMatchObject({
    lesson: "03/05",
    notes: ["two steps"],
  });
  expect(readReport({ ...report, format: 3 }, steps)).toMatchObject({ lesson: "03/05", notes: [] });
  expect(() => readReport({ ...report, format: 4 }, steps)).toThrow("reads formats up to 3");
});

test.each([null, [], "x", {}, { ...report, points: "many" }, { ...report, criteria: [{}] }])(
  "%j is no report",
  (value) => {
    expect(() => readReport(value)).toThrow("it is no report");
  },
);

test("the schema that is printed says the same", () => {
  const schema = z.fromJSONSchema(reportJsonSchema());
  expect(schema.safeParse(report).success).toBe(true);
  expect(schema.safeParse({ ...report, status: "fine" }).success).toBe(false);
});
