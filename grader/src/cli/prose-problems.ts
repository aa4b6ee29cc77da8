import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as z from "zod/mini";
import { issueProblems } from "../authoring/issue-problems.ts";
import { type LessonHead, lessonHead } from "../authoring/lesson-head.ts";
import { problemWords, readYaml } from "../authoring/read-yaml.ts";
import { didYouMean } from "../look/did-you-mean.ts";
import { below } from "./shown.ts";

/** What is wrong with a lesson's prose before anything runs: its head, its concepts, its links, anchors and images. */
export function proseProblems(folder: string): string[] {
  const file = below(folder, "lesson.mdx");
  if (!existsSync(file)) return [`${file}:1:1: the file is missing`];
  const text = readFileSync(file, "utf8");
  const [head = ""] = /^---\r?\n[^]*?\r?\n---(?=\r?\n|$)/.exec(text) ?? [];
  if (head === "")
    return [`${file}:1:1: expected ---, then title, summary, minutes, needs and teaches, then ---`];
  return [...headProblems(folder, file, head), ...linkProblems(folder, file, text)];
}

function headProblems(folder: string, file: string, head: string): string[] {
  // The first line is kept, empty: places stay those of the file.
  const yaml = readYaml(file, head.slice(3, -3));
  if ("problems" in yaml) return yaml.problems.map(problemWords);
  const at = (path: readonly PropertyKey[]): string => {
    const { line, column } = yaml.map.value(path);
    return `${file}:${line}:${column}`;
  };
  const parsed = z.safeParse(lessonHead, yaml.value);
  if (!parsed.success)
    return parsed.error.issues
      .flatMap((issue) => issueProblems(lessonHead, issue, yaml.value, yaml.map, []))
      .map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
  const rows = conceptsAbove(folder);
  if (!rows) return [];
  const problems: string[] = [];
  const taughtBefore = taughtBy(folder);
  for (const list of ["needs", "teaches"] as const) {
    for (const [i, word] of parsed.data[list].entries()) {
      const place = at([list, i]);
      if (!rows.includes(word)) {
        const near = didYouMean(word, rows);
        problems.push(
          `${place}: ${JSON.stringify(word)} is no row of concepts.yaml${near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`}`,
        );
        continue;
      }
      const teacher = taughtBefore.get(word);
      if (list === "teaches") {
        if (teacher !== undefined && teacher !== lessonPath(folder))
          problems.push(`${place}: ${word} is taught by ${teacher} already`);
        continue;
      }
      if (teacher !== undefined && teacher >= lessonPath(folder))
        problems.push(`${place}: ${word} is needed here and taught only in ${teacher}`);
      const first = Math.min(...parsed.data.teaches.map((each) => rows.indexOf(each)).filter((n) => n >= 0));
      if (rows.indexOf(word) > first)
        problems.push(`${place}: ${word} stands in concepts.yaml after what this lesson teaches`);
    }
  }
  return problems;
}

/** `module/lesson`, as lessons are ordered. */
const lessonPath = (folder: string): string => resolve(folder).split("/").slice(-2).join("/");

const courseOf = (folder: string): string => dirname(dirname(resolve(folder)));

/** Ids of concepts.yaml two folders above the lesson; undefined for a lesson outside of a course. */
function conceptsAbove(folder: string): readonly string[] | undefined {
  const file = join(courseOf(folder), "concepts.yaml");
  if (!existsSync(file)) return undefined;
  const yaml = readYaml(file, readFileSync(file, "utf8"));
  const rows = "value" in yaml ? z.safeParse(z.array(z.object({ id: z.string() })), yaml.value) : undefined;
  return rows?.success ? rows.data.map(({ id }) => id) : undefined;
}

/** Which lesson of the course is the first to teach a concept. */
function taughtBy(folder: string): ReadonlyMap<string, string> {
  const course = courseOf(folder);
  const taught = new Map<string, string>();
  for (const module of readdirSync(course).sort()) {
    if (!/^\d/.test(module)) continue;
    for (const name of readdirSync(join(course, module)).sort()) {
      const file = join(course, module, name, "lesson.mdx");
      if (!existsSync(file)) continue;
      for (const word of teachesOf(readFileSync(file, "utf8")))
        if (!taught.has(word)) taught.set(word, `${module}/${name}`);
    }
  }
  return taught;
}

function teachesOf(text: string): LessonHead["teaches"] {
  const [, head = ""] = /^---\r?\n([^]*?)\r?\n---/.exec(text) ?? [];
  const yaml = readYaml("", head);
  const parsed =
    "value" in yaml ? z.safeParse(z.object({ teaches: z.array(z.string()) }), yaml.value) : undefined;
  return parsed?.success ? parsed.data.teaches : [];
}

const LINK = /\]\(([^()\s]{1,500})(?: "[^"\n]{0,200}")?\)|\b(?:href|src)="([^"\n]{1,500})"/g;

function linkProblems(folder: string, file: string, text: string): string[] {
  const problems: string[] = [];
  const prose = text.replaceAll(/^```[^]*?^```|`[^`\n]*`/gm, (code) => code.replaceAll(/[^\n]/g, " "));
  for (const found of prose.matchAll(LINK)) {
    const target = found[1] ?? found[2] ?? "";
    if (/^(?:https?:|mailto:)/.test(target) || target.startsWith("{")) continue;
    const before = text.slice(0, found.index).split("\n");
    const place = `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
    const [path = "", anchor] = target.split("#");
    const aim = path === "" ? file : target.startsWith("/") ? undefined : join(folder, decodeURI(path));
    if (aim === undefined) continue;
    if (!existsSync(aim) && !existsSync(join(aim, "lesson.mdx"))) {
      problems.push(`${place}: ${target} leads nowhere: there is no ${below(folder, path)}`);
      continue;
    }
    const page = existsSync(join(aim, "lesson.mdx")) ? join(aim, "lesson.mdx") : aim;
    if (anchor !== undefined && page.endsWith(".mdx")) {
      const anchors = anchorsOf(readFileSync(page, "utf8"));
      if (anchors.includes(anchor)) continue;
      const near = didYouMean(anchor, anchors);
      problems.push(
        `${place}: no heading is called #${anchor}${near === undefined ? "" : `; did you mean #${near}?`}`,
      );
    }
  }
  return problems;
}

/** Anchors of headings as GitHub and Astro make them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );
