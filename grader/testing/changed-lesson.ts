import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { gate } from "../src/cli/gate/gate.ts";

const home = mkdtempSync(join(tmpdir(), "drydock-gate-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Texts by path, in the lesson's folder unless it begins with `../../`; `null` is a file left out. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;

const COURSE: Changes = {
  "concepts.yaml": ["dockerfile", "base-image", "copy", "user"]
    .map((id) => `- { id: ${id}, name: A name, sentence: What it is. }\n`)
    .join(""),
  "01-first/01-one/lesson.mdx":
    "---\ntitle: The first\nsummary: What a Dockerfile is, and what a base.\nminutes: 3\nteaches: [dockerfile, base-image]\n---\n\n## Where\n\n## Where\n",
};
/** A lesson that the gate has nothing to say of. */
export const LESSON: Changes = {
  "lesson.mdx": `---
title: Bring a file along
summary: One COPY puts a file of yours into an image.
minutes: 5
needs: [dockerfile]
teaches: [copy]
---

The table of the tides is on your machine, and the image knows nothing of it.

<Run>docker build -t tides .</Run>

<Exercise />
`,
  "rubric.yaml": `version: 1
image: { tag: tides }
protect: [tides.txt]
criteria:
  - id: holds-the-table
    title: The table lies in /srv
    points: 2
    check: hasFile
    with: { path: /srv/tides.txt }
    because: An image holds what was put into it.
    hints:
      - Which instruction takes a file along?
      - Its last word is a folder of the image.
      - COPY tides.txt /srv/
`,
  "start/Dockerfile": "FROM busybox:1.37\n",
  "start/tides.txt": "06:12 High water\n",
  "solution/Dockerfile": "FROM busybox:1.37\nCOPY tides.txt /srv/\n",
  "solution/tides.txt": "06:12 High water\n",
  "wrong/next-door/Dockerfile": "FROM busybox:1.37\nCOPY tides.txt /tmp/\n",
  "wrong/next-door/tides.txt": "06:12 High water\n",
  "wrong/next-door/expect.yaml": "fails: [holds-the-table]\nbecause: It lies in another folder.\n",
};

let count = 0;
/** What the gate says of the lesson with some files otherwise. */
export async function told(changes: Changes): Promise<string[]> {
  const course = join(home, String(count++));
  const folder = join(course, "02-files/01-copy");
  const files = { ...COURSE, ...Object.fromEntries(own({ ...LESSON, ...changes })) };
  for (const [path, content] of Object.entries(files)) {
    if (content === null) continue;
    mkdirSync(dirname(join(course, path)), { recursive: true });
    writeFileSync(join(course, path), content);
  }
  const lines = await gate(folder);
  return lines.map((line) => line.replaceAll(`${folder}/`, "").replaceAll(`${course}/`, "../../"));
}
const own = (files: Changes): [string, string | Uint8Array | null][] =>
  Object.entries(files).map(([path, content]) => [
    path.startsWith("../../") ? path.slice(6) : `02-files/01-copy/${path}`,
    content,
  ]);

/** One text of the lesson with a part of it otherwise. */
export const changed = (path: string, from: string | RegExp, to: string): Record<string, string> => {
  const text = String(LESSON[path]);
  const after = text.replace(from, to);
  if (after === text) throw new Error(`nothing to change in ${path}: ${from}`);
  return { [path]: after };
};
