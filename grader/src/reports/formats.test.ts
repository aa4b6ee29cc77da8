import { expect, test } from "vitest";
import { RECIPIENT, sampleReport, sampleVerdict, writtenBy } from "../../testing/sample-report.ts";
import { reportFormats } from "./index.ts";

const range = { start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
const ana = sampleReport(
  '=SUM("Ana")',
  [
    sampleVerdict("small", "pass"),
    sampleVerdict("quick", "fail", "`COPY . .`, line 3: 9 % more\n::error::x # 1|2 @ana <b>", {
      points: 0.5,
      cause: { file: "a b:c,d", range },
      because: "It is slow.",
    }),
    sampleVerdict("sure", "inconclusive", "gcc is not simulated."),
  ],
  { points: 2.5, maximum: 6, scoredMaximum: 4, late: { minutes: 5, days: 1, penalty: 0.5, score: 2 } },
);
const bo = sampleReport("bo", [], { status: "error", notes: ["it took too long"], build: null, points: 0 });

function written(name: string): string {
  const format = reportFormats.find((each) => each.name === name);
  if (!format) throw new Error(name);
  return writtenBy(format, [ana, bo]);
}

test("csv: no formula, and no zero where there is no verdict", () => {
  expect(written("csv")).toMatchInlineSnapshot(`
    ""submission","status","points","maximum","scored_maximum","bonus","late_penalty","score","hints","root_cause","settled_by","small","quick","sure"
    "'=SUM(""Ana"")","failed","2.5","6","4","0","0.5","2","0","quick","","2","0.5",""
    "bo","error","","4","","","","","","","","","",""
    "
  `);
});

test("github: parameters and messages cannot end early, nor begin a command", () => {
  expect(written("github")).toMatchInlineSnapshot(`
    "::error file==SUM("Ana")/a b%3Ac%2Cd,line=3,endLine=3,col=1,endColumn=9,title==SUM("Ana")/quick (0.5/2)::\`COPY . .\`, line 3: 9 %25 more\\u000a::error::x # 1|2 @ana <b>
    ::error title=bo/error::it took too long
    ::warning title==SUM("Ana")/sure (0/2)::gcc is not simulated.
    ::notice title=Drydock::2.5 of 8 points
    "
  `);
});

test("github: ten annotations of a kind, of which the last counts the others", () => {
  const github = reportFormats.find(({ name }) => name === "github");
  const many = sampleReport(
    "cy",
    Array.from({ length: 12 }, (_, i) => sampleVerdict(`c${i}`, "fail", "No.")),
  );
  const lines = github?.one(many, RECIPIENT).trimEnd().split("\n") ?? [];
  expect(lines).toHaveLength(11);
  expect(lines[9]).toBe("::error title=Drydock::3 more are not shown here");
});

test("gradescope: what is not decided has no score", () => {
  expect(JSON.parse(written("gradescope"))).toMatchInlineSnapshot(`
    [
      {
        "extra_data": {
          "lesson": "03/05",
          "status": "failed",
          "submission": "=SUM("Ana")",
        },
        "output": "Late: 0.5 points less.",
        "output_format": "text",
        "score": 2,
        "test_name_format": "text",
        "test_output_format": "text",
        "tests": [
          {
            "max_score": 2,
            "name": "Is small",
            "number": "1",
            "output": "",
            "score": 2,
            "status": "passed",
          },
          {
            "max_score": 2,
            "name": "Is quick",
            "number": "2",
            "output": "\`COPY . .\`, line 3: 9 % more
    ::error::x # 1|2 @ana <b>
    It is slow.",
            "score": 0.5,
            "status": "failed",
          },
          {
            "name": "Is sure",
            "number": "3",
            "output": "To be reviewed; it does not count.
    gcc is not simulated.",
          },
        ],
      },
      {
        "extra_data": {
          "lesson": "03/05",
          "status": "error",
          "submission": "bo",
        },
        "output": "it took too long",
        "output_format": "text",
        "test_name_format": "text",
        "test_output_format": "text",
        "tests": [],
      },
    ]
  `);
});

test("prairielearn: a share of what was decided; an error is not gradable", () => {
  expect(JSON.parse(written("prairielearn"))).toMatchObject([
    {
      score: 0.5,
      gradable: true,
      tests: [
        { points: 2, max_points: 2 },
        { points: 0.5, max_points: 2 },
        { points: 0, max_points: 0 },
      ],
    },
    { gradable: false, format_errors: ["it took too long"] },
  ]);
});

test("tap: the plan counts every test, and a sharp sign opens no directive", () => {
  expect(written("tap")).toMatchInlineSnapshot(`
    "TAP version 14
    ok 1 - =SUM("Ana"): Is small
    not ok 2 - =SUM("Ana"): Is quick
      ---
      message: "\`COPY . .\`, line 3: 9 % more\\n::error::x # 1|2 @ana <b>"
      severity: fail
      data: {"id":"quick","score":0.5,"max_score":2,"file":"a b:c,d","line":3}
      ...
    ok 3 - =SUM("Ana"): Is sure # SKIP to be reviewed
    not ok 4 - bo: it took too long
    1..4
    "
  `);
});

test("markdown: no sign of a learner means anything", () => {
  expect(written("markdown")).toMatchInlineSnapshot(`
    "### 03&#47;05: &#61;SUM&#40;&#34;Ana&#34;&#41;

    2.5 of 6 points, late: 2 count

    | Criterion | Verdict | Points | What was seen |
    | --- | --- | ---: | --- |
    | Is small | passed | 2 / 2 |  |
    | Is quick | **failed** | 0.5 / 2 | <code>COPY . .</code>, line 3&#58; 9 &#37; more&#92;u000a&#58;&#58;error&#58;&#58;x &#35; 1&#124;2 &#64;ana &#60;b&#62; (a b&#58;c,d, line 3) |
    | Is sure | to review | 0 / 2 | gcc is not simulated. |

    ### 03&#47;05: bo

    error


    it took too long.
    "
  `);
});

test("sarif: what code scanning asks for", () => {
  const { runs, version } = JSON.parse(written("sarif"));
  expect(version).toBe("2.1.0");
  const [{ tool, results }] = runs;
  const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(["small", "quick", "sure", "submission"]);
  for (const rule of tool.driver.rules)
    for (const field of ["shortDescription", "fullDescription", "help"])
      expect(rule[field].text).not.toBe("");
  expect(results).toMatchObject([
    {
      ruleId: "quick",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "%3DSUM(%22Ana%22)/a%20b%3Ac%2Cd" },
            region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
          },
        },
      ],
    },
    { ruleId: "sure", kind: "review", level: "none" },
    { ruleId: "submission", level: "error", message: { text: "it took too long" } },
  ]);
});
