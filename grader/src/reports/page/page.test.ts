import { expect, test } from "vitest";
import {
  RECIPIENT,
  sampleReport as report,
  sampleVerdict as verdict,
  writtenBy,
} from "../../../testing/sample-report.ts";
import type { Report } from "../../report.ts";
import { html } from "../html.ts";
import { ClassCriteria } from "./class-criteria.ts";

const EVIL = '</style></script><script>alert(1)</script>" onload="x&lt;`<i>`\u202e\u001b[2J';
const late = (line: number): string => `\`COPY ${line}\` (line ${line}) misses the cache.`;
const CLASS = [
  report("ada", [verdict("small", "pass"), verdict("quick", "pass")]),
  report("bo", [verdict("small", "pass"), verdict("quick", "fail", late(3), { hint: { next: 2, of: 3 } })]),
  report("cy", [verdict("small", "fail", "200 MB."), verdict("quick", "fail", late(7))]),
  report("di", [verdict("small", "fail", "Nothing."), verdict("quick", "blocked")]),
  report(
    "ed",
    [verdict("small", "pass"), verdict("quick", "inconclusive", "Drydock does not simulate gcc.")],
    {
      status: "needsReview",
    },
  ),
  report("flo", [], { status: "refused", notes: ["a file is too large"], build: null }),
];
const written = (reports: readonly Report[]): string => writtenBy(html, reports);

test("failures that differ in names and figures only are one cause", () => {
  const counted = new ClassCriteria();
  for (const each of CLASS) counted.add(each);
  expect(counted.list).toEqual([
    {
      id: "small",
      title: "Is small",
      maximum: 2,
      passed: 3,
      asked: 5,
      blocked: 0,
      causes: [
        { example: "200 MB.", count: 1 },
        { example: "Nothing.", count: 1 },
      ],
    },
    {
      id: "quick",
      title: "Is quick",
      maximum: 2,
      passed: 1,
      asked: 5,
      blocked: 1,
      causes: [{ example: late(3), count: 2 }],
    },
  ]);
});

test("the hardest criterion is first, and what a person must settle is named", () => {
  const words = written(CLASS)
    .replace(/<style>[^]*?<\/style>/, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
  expect(words).toContain("Handed in 6 All points 1 Median 2 of 4 Hints taken 2 To review 2");
  expect(words).toContain(
    "Hardest first Is quick 1 of 5 passed 2 of 2 that failed, such as: COPY 3 (line 3) misses the cache. 1 blocked by another failure. Is small 3 of 5 passed",
  );
  expect(words).toContain(
    "To review ed Drydock does not simulate gcc. flo a file is too large Learner by learner",
  );
});

test("whatever a learner writes, the page has no tag of theirs, no script and no address", () => {
  const evil = report(
    EVIL,
    [
      verdict("small", "fail", EVIL, {
        title: EVIL,
        because: EVIL,
        cause: { file: EVIL, range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } },
        evidence: [{ kind: "file", text: EVIL, state: EVIL, reason: EVIL }],
      }),
    ],
    { notes: [EVIL], lesson: EVIL },
  );
  for (const page of [html.one(evil, RECIPIENT), written([evil]), written(CLASS), written([])]) {
    expect(page).not.toMatch(/<script|onload="|https?:|[\u001b\u202e]/);
    const open: string[] = [];
    for (const [, close, name = "", self] of page
      .replace("<!doctype html>", "")
      .matchAll(/<(\/?)([a-z0-9]+)(?: [a-z-]+="[^"<>]*")*( ?\/)?>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (name !== "meta" && self === undefined) open.push(name);
    }
    expect(open).toEqual([]);
    expect(page.match(/<style>/g)).toHaveLength(1);
  }
});

test("a thousand learners stay below five megabytes", () => {
  const many = Array.from({ length: 1000 }, (_, i) => CLASS[i % CLASS.length]);
  expect(written(many.filter((each) => each !== undefined)).length).toBeLessThan(5_000_000);
});

test("whom the figure counts, the list names: a submission without a Dockerfile too", () => {
  const eve = report(
    "eve",
    [verdict("small", "fail", "There is no Dockerfile."), verdict("quick", "blocked")],
    {
      status: "ungradable",
    },
  );
  const page = written([...CLASS.slice(0, 2), eve]);
  expect(page).toMatch(/<dt>To review<\/dt><dd>1<\/dd>/);
  expect(page).toMatch(
    /<h2>To review<\/h2>[^]*>eve<\/bdi><\/a><\/b><p>There is no Dockerfile\.<\/p><\/li>\n<\/ul>/,
  );
});
