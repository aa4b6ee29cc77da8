import { expect, test } from "vitest";
import { changed, type Changes, LESSON, told } from "../../../testing/changed-lesson.ts";
import { runLine } from "./run-line.ts";

const head = (from: string | RegExp, to: string): Record<string, string> => changed("lesson.mdx", from, to);
const prose = (more: string): Record<string, string> => head("<Exercise />", `${more}\n\n<Exercise />`);
const LINE = "lesson.mdx:13:1: ";

test.each<[fault: string, changes: Changes, lines: readonly string[]]>([
  ["a heading too deep", prose("### Deep"), [`${LINE}the heading jumps from level 1 to 3: write ## here`]],
  [
    "a second title",
    prose("Title\n====="),
    [`${LINE}the title of the page is its only heading of level 1: write ## here`],
  ],
  [
    "a dead link",
    prose("[That](../02-none/)"),
    [`${LINE}../02-none/ leads nowhere: there is no lesson 02-files/02-none`],
  ],
  [
    "a dead anchor",
    prose("[That](../../01-first/01-one/#where-2)"),
    [`${LINE}no heading is called #where-2; did you mean #where-1?`],
  ],
  [
    "a page that the site does not have",
    prose("[It](../../../checks/has-flie/)"),
    [
      `${LINE}../../../checks/has-flie/ leads nowhere: the site has no page /checks/has-flie/; did you mean ../../../checks/has-file/?`,
    ],
  ],
  [
    "a link from the top",
    prose("[It](/course/)"),
    [
      `${LINE}/course/ begins at the top of the host, where the site need not stand: write it from this page, ../../../course/`,
    ],
  ],
  ["a label without a line", prose("[It][course]"), [`${LINE}no line [course]: says where this leads`]],
  [
    "an address that is none",
    prose("[It](../%zz/)"),
    [`${LINE}../%zz/ is no address: a % has to be written %25`],
  ],
  [
    "a picture that is not there",
    prose("![A quay](quay.svg)"),
    [expect.stringMatching(/^lesson\.mdx:13:1: quay\.svg leads nowhere: there is no /)],
  ],
  [
    "a picture without words",
    { ...prose("![](quay.svg)"), "quay.svg": "<svg/>" },
    [`${LINE}the image has no words for those who cannot see it: ![words](…)`],
  ],
  [
    "an unknown word of ours",
    prose("<Keeps>x</Keeps>"),
    [`${LINE}no word of ours is called <Keeps>; did you mean Keep?`],
  ],
  ["a word left open", prose("<Wild>\n\ntext"), [`${LINE}<Wild> is never closed: </Wild> is missing`]],
  [
    "a word half on a line of its own",
    prose("<Keep>\ntext</Keep>"),
    ["lesson.mdx:14:5: </Keep> has to stand on a line of its own, as <Keep> does"],
  ],
  [
    "a brace",
    prose("a { b"),
    ["lesson.mdx:13:3: a { begins a program in MDX: write &#123;, or put it between backquotes"],
  ],
  [
    "a sign that begins no tag",
    prose("5 <6"),
    ["lesson.mdx:13:3: this < begins no tag that can be read: write &lt;, or put it between backquotes"],
  ],
  [
    "no exercise",
    head("<Exercise />", "Nothing."),
    ["lesson.mdx:1:1: there is no <Exercise />: learners would not see what is asked of them"],
  ],
  [
    "a figure that there is not",
    prose('<Fact of="step" build="solution" step="RUN" what="size" />'),
    [`${LINE}<Fact>: no step of the build of solution/ is "RUN"`],
  ],
  [
    "a question that there is not",
    prose('<Predict id="files">Which?</Predict>'),
    [`${LINE}<Predict id="files">: rubric.yaml has no such prediction`],
  ],
  [
    "a question that is repeated otherwise",
    {
      ...prose('<Predict id="steps" build="start" ask="outcome">Which?</Predict>'),
      "rubric.yaml": `${String(LESSON["rubric.yaml"])}questions:\n  - id: steps\n    points: 1\n    check: predicted\n    with: { build: start, ask: layers }\n`,
    },
    [`${LINE}<Predict id="steps">: ask is "layers" in rubric.yaml, not "outcome"`],
  ],
  [
    "a command that is not simulated",
    prose("<Run>docker swarm init</Run>"),
    [
      `${LINE}docker swarm init: Drydock does not have \`docker swarm\`. The real one would join machines into a cluster.`,
    ],
  ],
  [
    "a command that Markdown would change",
    prose("<Run>echo `date`</Run>"),
    [
      `${LINE}Markdown would change the backquotes and backslashes of this command: write <Run>{"echo \`date\`"}</Run>`,
    ],
  ],
  [
    "an output that is another",
    prose("<Run>docker run --rm tides echo high</Run>\n<Output>low</Output>"),
    ['lesson.mdx:14:1: docker run --rm tides echo high prints "high", where the prose has "low"'],
  ],
  [
    "a session in a fence that went otherwise",
    head(
      /$/,
      "\n```console\n$ docker build -q -t tides .\n…\n$ docker run --rm tides ls /srv\ntide.txt\n```\n",
    ),
    ['lesson.mdx:18:1: docker run --rm tides ls /srv prints "tides.txt", where the prose has "tide.txt"'],
  ],
])("%s", async (_, changes, lines) => expect(await told(changes)).toEqual(lines));

test("what is printed is compared where the learner stands: before the exercise with the start, behind it solved", async () => {
  const list = "<Run>docker run --rm tides ls /srv</Run>\n<Output>";
  const lines = "\n\n```text\n…\ntides.txt\n```\n\n</Output>\n";
  expect(
    await told(
      head(
        "<Exercise />",
        `<Run>docker run --rm tides sh -c "ls / | grep -c srv"</Run>\n<Output>0</Output>\n\n<Exercise />\n\n<Run>docker build -t tides .</Run>\n\n${list}${lines}`,
      ),
    ),
  ).toEqual([]);
});

test.each([
  ["pip install flask==3.1.3 && ls *.py *.txt", "pip install flask==3.1.3 && ls *.py *.txt"],
  ["sh -c 'echo $((1+2)) > x; ls [a-z]*'", "sh -c 'echo $((1+2)) > x; ls [a-z]*'"],
  ["echo &lt;&amp;&quot; snake_case_name", 'echo <&" snake_case_name'],
  [`{"docker ps --format '{{.ID}}'"}`, "docker ps --format '{{.ID}}'"],
  ["ls *.py*", undefined],
  ["python __init__.py", undefined],
  ["echo \\$HOME", undefined],
])("<Run>%s</Run> types what the page types", (written, line) => {
  const read = runLine(written);
  expect("line" in read ? read.line : undefined).toBe(line);
});
