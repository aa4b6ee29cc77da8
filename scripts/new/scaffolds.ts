import { camel, pascal } from "./words.ts";

/** What one kind of unit consists of. */
export interface Scaffold {
  readonly name: RegExp;
  readonly nameIs: string;
  /** Text by path below the project's root. */
  files(name: string): Record<string, string>;
  /** What is there already under the number or name; `list` gives the names in a folder. */
  clash?(name: string, list: (folder: string) => readonly string[]): string | undefined;
  /** The index that lists such units; a lesson needs none. */
  readonly list?: string;
  next(name: string): string;
}

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const kebabIs = "a name in lower case with dashes, such as stays-cached";

const rubric = `version: 1
image: { tag: noticeboard }
protect: [index.html] # put back before grading
tolerates:
  - change: COPY index.html /usr/share/nginx/html/ widened
    because: What belongs into an image and what does not is another lesson.
criteria:
  - id: shows-the-page
    title: "TODO: what has to be true, as an outcome"
    points: 2
    check: serves
    with: { port: 80, path: /, status: 200, body: Fog until noon }
    because: "TODO: one sentence that says why it matters, read after success and after failure"
    hints:
      - Which folder does nginx send its pages from? docker run --rm nginx:1.31 cat /etc/nginx/conf.d/default.conf
      - COPY's last word has to be that folder.
      - COPY index.html /usr/share/nginx/html/
`;

const prose = `---
title: A new lesson
summary: One sentence that says what a learner can do afterwards.
minutes: 10
needs: [dockerfile, base-image, build-step]
teaches: []
---

TODO: open with something that happens to the learner.

<Run>docker run -d --name board -p 8080:80 nginx:1.31</Run>
<Run>curl localhost:8080</Run>

<Exercise />

<Keep>
What to remember in a month.
</Keep>
`;

const PAGE = "<h1>Fog until noon</h1>\n";
const base = "FROM nginx:1.31\n";

/** A lesson that works, about a page on a web server: docs/authoring.md walks through it. */
const noticeboard = (name: string): Record<string, string> => ({
  [`lessons/${name}/lesson.mdx`]: prose,
  [`lessons/${name}/rubric.yaml`]: rubric,
  [`lessons/${name}/start/Dockerfile`]: base,
  [`lessons/${name}/start/index.html`]: PAGE,
  [`lessons/${name}/solution/Dockerfile`]: `${base}COPY index.html /usr/share/nginx/html/\n`,
  [`lessons/${name}/solution/index.html`]: PAGE,
  [`lessons/${name}/wrong/copies-next-door/Dockerfile`]: `${base}COPY index.html /srv/\n`,
  [`lessons/${name}/wrong/copies-next-door/index.html`]: PAGE,
  [`lessons/${name}/wrong/copies-next-door/expect.yaml`]:
    "fails: [shows-the-page]\nbecause: The page is in the image, in a folder that nginx does not look into.\n",
});

/** Lessons and modules are known by their numbers: each is there once. */
function numberTaken(name: string, list: (folder: string) => readonly string[]): string | undefined {
  const [module = "", lesson = ""] = name.split("/");
  const other = (folder: string, wanted: string): string | undefined =>
    list(folder).find((each) => each !== wanted && each.startsWith(wanted.slice(0, 3)));
  const taken = other("lessons", module);
  if (taken !== undefined) return `Module ${module.slice(0, 2)} is ${taken} already.`;
  const before = other(`lessons/${module}`, lesson);
  return before === undefined ? undefined : `Lesson ${lesson.slice(0, 2)} of ${module} is ${before} already.`;
}

/** The four kinds of unit that `npm run new` can lay down. */
export const scaffolds: Readonly<Record<string, Scaffold>> = {
  lesson: {
    name: /^\d\d(?:-[a-z0-9]+)+\/\d\d(?:-[a-z0-9]+)+$/,
    nameIs:
      "a module and a lesson with their numbers, in lower case with dashes, such as 03-layers/05-order-for-the-cache",
    files: noticeboard,
    clash: numberTaken,
    next: (name) => `npx drydock-grade check lessons/${name}`,
  },
  check: {
    name: KEBAB,
    nameIs: kebabIs,
    list: "grader/src/checks/index.ts",
    files: (name) => ({
      [`grader/src/checks/${name}.ts`]: `import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";

/** What has to be so for this check to pass, in one sentence. */
export const ${camel(name)}: Check = defineCheck({
  name: "${camel(name)}",
  topic: "settings",
  needs: "image",
  summary: "what the image must be like",
  parameters: z.strictObject({ user: z.string().check(z.describe("the user that the image names")) }),
  evaluate(subject, { user }): Finding {
    const found = imageOfSubject(subject).config.config.User ?? "";
    const message = \`The image's user is \${found || "root"}.\`;
    return { outcome: found === user ? "pass" : "fail", message, facts: { user: found } };
  },
});
`,
    }),
    next: (name) =>
      `give ${camel(name)} a pass and a fail in grader/testing/examples.yaml, and a wrong attempt in a lesson`,
  },
  rule: {
    name: KEBAB,
    nameIs: kebabIs,
    list: "engine/src/lint/rules/index.ts",
    files: (name) => ({
      [`engine/src/lint/rules/${name}.ts`]: `import { instructionsOf } from "../instructions-of.ts";
import { type Rule, rulePage } from "../rule.ts";

/** Why it matters, in one sentence. */
export const ${camel(name)}: Rule = {
  name: "${pascal(name)}",
  summary: "What the rule says",
  url: rulePage("${name}"),
  why: "Why it matters, in one sentence.",
  needs: "instructions",
  good: ["FROM alpine\\nUSER app"],
  bad: ["FROM alpine\\nUSER root"],
  check(dockerfile, _facts, report) {
    for (const { range, value } of instructionsOf(dockerfile, "USER")) if (value === "root") report(range, "User is root");
  },
};
`,
    }),
    next: () => "node_modules/.bin/vitest run engine/src/lint",
  },
  command: {
    name: KEBAB,
    nameIs: kebabIs,
    list: "engine/src/cli/commands/index.ts",
    files: (name) => ({
      [`engine/src/cli/commands/${name}.ts`]: `import type { Command } from "../command.ts";

export const ${camel(name)}: Command = {
  names: ["${name.replaceAll("-", " ")}"],
  usage: "",
  summary: "What it does, in Docker's words",
  arity: [0, 0],
  flags: [],
  interspersed: true,
  run(call) {
    return call.fail("docker ${name.replaceAll("-", " ")}: say here what it found");
  },
};
`,
      [`engine/transcripts/${name}.txt`]: `$ docker ${name.replaceAll("-", " ")}
! docker ${name.replaceAll("-", " ")}: say here what it found
? 1
`,
    }),
    next: () => "node_modules/.bin/vitest run engine/src/cli",
  },
};
