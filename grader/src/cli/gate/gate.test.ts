import { expect, test } from "vitest";
import { changed, type Changes, LESSON, told } from "../../../testing/changed-lesson.ts";

const rubric = (from: string | RegExp, to: string): Record<string, string> =>
  changed("rubric.yaml", from, to);
const head = (from: string | RegExp, to: string): Record<string, string> => changed("lesson.mdx", from, to);
const criterion = (id: string, rest: string): Record<string, string> =>
  rubric(
    /$/,
    `  - id: ${id}\n    title: T\n    points: 1\n    because: B.\n    hints: [a, b, c]\n    ${rest}\n`,
  );
const question = (id: string, rest: string): Record<string, string> =>
  rubric(/$/, `questions:\n  - id: ${id}\n    points: 1\n    ${rest}\n`);
const RIGHT = String(LESSON["solution/Dockerfile"]);
const EXPECT = "wrong/next-door/expect.yaml";

test("a lesson without a fault gets no word", async () => expect(await told({})).toEqual([]));

test.each<[fault: string, changes: Changes, lines: readonly string[]]>([
  // The folder.
  ["no prose", { "lesson.mdx": null }, ["lesson.mdx:1:1: the file is missing"]],
  ["no rubric", { "rubric.yaml": null }, ["rubric.yaml:1:1: the file is missing"]],
  [
    "no solution",
    { "solution/Dockerfile": null, "solution/tides.txt": null },
    ["solution:1:1: the folder is missing"],
  ],
  [
    "a start that is a file",
    { "start/Dockerfile": null, "start/tides.txt": null, start: "FROM busybox" },
    ["start:1:1: expected a folder, found a file"],
  ],
  [
    "a folder nobody reads",
    { "wrnog/x/Dockerfile": RIGHT },
    ["wrnog:1:1: nobody reads wrnog; did you mean wrong?"],
  ],
  [
    "a file beside the attempts",
    { "wrong/Dockerfile": RIGHT },
    ["wrong/Dockerfile:1:1: an attempt is a folder in wrong/, and this file belongs to none"],
  ],
  [
    "another encoding",
    { "lesson.mdx": Buffer.from(String(LESSON["lesson.mdx"]).replace("tides is", "Fl\xfcut is"), "latin1") },
    ["lesson.mdx:9:1: this is not UTF-8: save the file in that encoding"],
  ],
  [
    "a number that another lesson has",
    { "../../02-files/01-other/lesson.mdx": "x" },
    [expect.stringMatching(/01-copy:1:1: 01-copy has the number of 01-other$/)],
  ],
  // YAML and schema.
  [
    "a bracket left open",
    rubric("criteria:", "criteria: ["),
    ["rubric.yaml:15:1: something opened before this line is not closed: ] is missing"],
  ],
  [
    "a tab",
    rubric("    points: 2", "\tpoints: 2"),
    ["rubric.yaml:7:1: this line is indented with a tab: YAML wants spaces"],
  ],
  [
    "a second colon",
    rubric("title: The", "title: Now: The"),
    ["rubric.yaml:6:12: there is a second colon: put the text between quotes, or begin a new line"],
  ],
  [
    "a bomb of aliases",
    {
      "rubric.yaml": `version: 1\n${["a: &a [x,x,x,x,x,x,x,x]", "b: &b [*a,*a,*a,*a,*a,*a,*a,*a]", "c: [*b,*b,*b,*b,*b,*b,*b,*b]"].join("\n")}\n`,
    },
    ["rubric.yaml:4:26: the aliases (*name) unfold to more than 50 times what is written: write it out"],
  ],
  [
    "an unknown check",
    rubric("check: hasFile", "check: hasFiel"),
    ['rubric.yaml:8:12: no check is called "hasFiel"; did you mean "hasFile"?'],
  ],
  [
    "an unknown parameter",
    rubric("{ path:", "{ kind: file, path:"),
    [expect.stringMatching(/^rubric\.yaml:9:13: unknown key "kind"; expected path, /)],
  ],
  [
    "points in thirds",
    rubric("points: 2", "points: 0.3"),
    ["rubric.yaml:7:13: points: expected whole or half points, received number 0.3"],
  ],
  [
    "points that sum to nothing",
    rubric("points: 2", "points: 0"),
    ["rubric.yaml:5:3: there is nothing to earn: no criterion and no question gives points"],
  ],
  [
    "a criterion that waits for itself",
    rubric("    points: 2", "    when: holds-the-table\n    points: 2"),
    ["rubric.yaml:7:11: waits for itself: holds-the-table → holds-the-table"],
  ],
  // What a rubric names.
  [
    "a protected file that is not there",
    rubric("protect: [tides.txt]", "protect: [tide.txt]"),
    ["rubric.yaml:3:11: protect names tide.txt, which start/ does not have"],
  ],
  [
    "a name no image may have",
    rubric("tag: tides", "tag: The Tides"),
    ['rubric.yaml:2:15: "The Tides" is no name that Docker lets an image have'],
  ],
  [
    "a rule that there is not",
    rubric("protect:", "accepts: [RootAtEnt]\nprotect:"),
    ["rubric.yaml:3:11: no rule is called RootAtEnt; did you mean RootAtEnd?"],
  ],
  [
    "a rule that nobody breaks",
    rubric("protect:", "accepts: [RootAtEnd]\nprotect:"),
    ["rubric.yaml:3:11: accepts names RootAtEnd, which neither solution/ nor right/ breaks"],
  ],
  ["no reason", rubric(/ {4}because: .*\n/, ""), ["rubric.yaml:5:5: holds-the-table does not say because"]],
  // Hints.
  [
    "a ladder of two",
    rubric(/ {6}- Its last.*\n/, ""),
    ["rubric.yaml:5:5: holds-the-table has 2 hints, a graded criterion needs 3"],
  ],
  [
    "a first hint that is the answer",
    rubric("Which instruction", "Write `COPY  tides.txt /srv/`. Which instruction"),
    [
      "rubric.yaml:12:9: hint 1 of holds-the-table gives the solution away (COPY tides.txt /srv/), which only the last may do",
    ],
  ],
  ["an empty hint", rubric(/- Its last.*/, '- ""'), ["rubric.yaml:13:9: hint 2 of holds-the-table is empty"]],
  [
    "a hint said twice",
    rubric("Its last word is a folder of the image.", "Which  instruction takes a file along?"),
    ["rubric.yaml:13:9: hint 2 of holds-the-table says what an earlier one says"],
  ],
  [
    "hints that nobody comes to",
    rubric(
      /hints:\n[^]*$/,
      "hints:\n      lies: [a, b, c]\n      nobody: [d, e, f]\n      else: [g, h, i]\n",
    ),
    ["rubric.yaml:5:5: no attempt fails holds-the-table so that the hints for nobody are taken"],
  ],
  // The attempts.
  [
    "a start that passes",
    { "start/Dockerfile": RIGHT },
    ["rubric.yaml:5:5: start/ passes holds-the-table already, and it is not given: true"],
  ],
  [
    "a solution that does not build",
    { "solution/Dockerfile": "FROM busybox:1.37\nCOPY tide.txt /srv/\n" },
    [
      expect.stringMatching(
        /^solution\/Dockerfile:2:1: solution does not pass builds \(fail\): The build fails on line 2, /,
      ),
    ],
  ],
  [
    "an unknown base",
    { "solution/Dockerfile": "FROM busibox:1.37\nCOPY tides.txt /srv/\n" },
    [
      expect.stringMatching(
        /^solution\/Dockerfile:1:1: solution does not pass builds \(fail\): The build fails on line 1, `FROM busibox:1.37`/,
      ),
    ],
  ],
  [
    "a solution that Docker warns about",
    { "solution/Dockerfile": "FROM busybox:1.37 as x\nCOPY tides.txt /srv/\n" },
    [
      "solution/Dockerfile:1:1: FromAsCasing: 'as' and 'FROM' keywords' casing do not match (or accepts: [FromAsCasing] in rubric.yaml)",
    ],
  ],
  [
    "a right attempt that fails",
    { "right/there/Dockerfile": "FROM busybox:1.37\nCOPY tides.txt /mnt/\n", "right/there/tides.txt": "x" },
    [expect.stringMatching(/^rubric\.yaml:5:5: right\/there does not pass holds-the-table \(fail\): /)],
  ],
  [
    "a wrong attempt that passes",
    { "wrong/next-door/Dockerfile": RIGHT },
    [
      expect.stringMatching(
        /^wrong\/next-door\/expect\.yaml:1:9: wrong\/next-door does not fail holds-the-table \(pass\): /,
      ),
    ],
  ],
  [
    "a wrong attempt without its word",
    { [EXPECT]: null },
    [
      `${EXPECT}:1:1: the file is missing`,
      "rubric.yaml:5:5: no wrong attempt of its own fails holds-the-table (the first id of an expect.yaml)",
    ],
  ],
  [
    "another line than is blamed",
    changed(EXPECT, "because", "line: 7\nbecause"),
    [`${EXPECT}:2:7: wrong/next-door is blamed on line 2, not on 7`],
  ],
  [
    "a criterion that nobody fails",
    criterion("is-busybox", "given: true\n    check: startsFrom\n    with: { image: busybox }"),
    ["rubric.yaml:15:5: no wrong attempt of its own fails is-busybox (the first id of an expect.yaml)"],
  ],
  [
    "a session that cannot be read",
    { "solution/session.json": "{" },
    ["solution:1:1: its session.json is not JSON"],
  ],
  // Questions.
  [
    "a question that the prose does not ask",
    question("files", "check: predicted\n    with: { build: start, ask: layers }"),
    ['lesson.mdx:1:1: rubric.yaml asks files, and no <Predict id="files"> asks it here'],
  ],
  [
    "a figure misspelt",
    question("layers", "check: answered\n    with: { equals: layers(soltion) }"),
    ["rubric.yaml:19:11: layers(soltion) is no figure that the engine works out"],
  ],
  // Head and concepts.
  [
    "no head",
    head(/^---[^]*?\n---\n/, ""),
    ["lesson.mdx:1:1: expected ---, then title, summary, minutes, needs and teaches, then ---"],
  ],
  [
    "a title too long",
    head(/title: .*/, `title: ${"x".repeat(49)}`),
    [
      `lesson.mdx:2:8: title: expected at most 48 letters, it has to fit into the map, received text "${"x".repeat(49)}"`,
    ],
  ],
  [
    "an unknown concept",
    head("needs: [dockerfile]", "needs: [dockerflie]"),
    ['lesson.mdx:5:9: "dockerflie" is no row of concepts.yaml; did you mean "dockerfile"?'],
  ],
  [
    "a concept taught twice",
    head("teaches: [copy]", "teaches: [copy, base-image]"),
    ["lesson.mdx:6:17: base-image is taught by 01-first/01-one already"],
  ],
  [
    "a concept before its time",
    head("needs: [dockerfile]", "needs: [dockerfile, user]"),
    ["lesson.mdx:5:21: user stands in concepts.yaml after what this lesson teaches"],
  ],
  [
    "a concept that comes later",
    {
      "../../02-files/02-later/lesson.mdx":
        "---\ntitle: Later\nsummary: What comes after this lesson.\nminutes: 3\nteaches: [user]\n---\n",
      ...head(/needs: .*\nteaches: .*/, "needs: [user]\nteaches: []"),
    },
    ["lesson.mdx:5:9: user is needed here and taught only in 02-files/02-later, which comes later"],
  ],
  [
    "a list of concepts that cannot be read",
    { "../../concepts.yaml": "- id: dockerfile\n  name: Dockerfile\n" },
    [expect.stringMatching(/concepts\.yaml:1:3: sentence is missing: expected a text, received nothing$/)],
  ],
])("%s", async (_, changes, lines) => expect(await told(changes)).toEqual(lines));
