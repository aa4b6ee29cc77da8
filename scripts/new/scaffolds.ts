import { camel, pascal } from "./words.ts";

/** What one kind of unit consists of. */
export interface Scaffold {
  readonly name: RegExp;
  readonly nameIs: string;
  /** Text by path below the project's root. */
  files(name: string): Record<string, string>;
  /** The index that lists such units; a lesson needs none. */
  readonly list?: string;
  next(name: string): string;
}

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const kebabIs = "a name in lower case with dashes, such as stays-cached";

const rubric = `version: 1
image: { tag: mine }
tolerates:
  - change: FROM busybox:1.37 with another base
    because: The lesson is about the file, and every base has room for it.
  - change: COPY notice.txt /app/notice.txt widened
    because: The file gets there as well.
criteria:
  - id: has-the-notice
    title: "TODO: what the image must do, as an outcome"
    points: 1
    check: hasFile
    with: { path: /app/notice.txt }
    because: "TODO: one sentence that says why it matters, read after success and after failure"
    hints:
      - Which instruction takes files from your folder into the image?
      - COPY's last word says where the file goes, and the criterion says where it has to be.
      - COPY notice.txt /app/notice.txt
`;

const prose = `---
title: A new lesson
summary: One sentence that says what it gives.
minutes: 10
needs: []
teaches: []
---

TODO: open with something that happens to the learner.

<Exercise />

<Keep>
What to remember in a month.
</Keep>
`;

const NOTICE = "Fog until noon\n";

/** The four kinds of unit that `npm run new` can lay down. */
export const scaffolds: Readonly<Record<string, Scaffold>> = {
  lesson: {
    name: /^\d\d-[a-z0-9-]+\/\d\d-[a-z0-9-]+$/,
    nameIs: "a module and a lesson with their numbers, such as 03-layers/05-order-for-the-cache",
    files: (name) => ({
      [`lessons/${name}/lesson.mdx`]: prose,
      [`lessons/${name}/rubric.yaml`]: rubric,
      [`lessons/${name}/start/Dockerfile`]: "FROM busybox:1.37\n",
      [`lessons/${name}/start/notice.txt`]: NOTICE,
      [`lessons/${name}/solution/Dockerfile`]: "FROM busybox:1.37\nCOPY notice.txt /app/notice.txt\n",
      [`lessons/${name}/solution/notice.txt`]: NOTICE,
      [`lessons/${name}/wrong/another-folder/Dockerfile`]:
        "FROM busybox:1.37\nCOPY notice.txt /srv/notice.txt\n",
      [`lessons/${name}/wrong/another-folder/notice.txt`]: NOTICE,
      [`lessons/${name}/wrong/another-folder/expect.yaml`]:
        "fails: [has-the-notice]\nbecause: The file went to another folder.\n",
    }),
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
