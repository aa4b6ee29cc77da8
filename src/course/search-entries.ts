import { dockerCommands } from "@drydock/engine";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SearchEntry } from "../islands/search/find-pages.ts";
import { checkPages } from "./check-page.ts";
import { course } from "./course.ts";
import { guides } from "./guides.ts";
import { href } from "./href.ts";
import { lessonsFolder } from "./lessons-folder.ts";
import { dockerRules, drydockRules } from "./rule-page.ts";

/** The prose of a lesson without its head and its tags. */
const proseOf = (id: string): string =>
  readFileSync(join(lessonsFolder, id, "lesson.mdx"), "utf8")
    .replace(/^---\r?\n[^]*?\r?\n---/, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

/** All that the search finds: lessons, docker's commands, rules, checks, guides, and the other pages. */
export const searchEntries = async (): Promise<readonly SearchEntry[]> => [
  ...(await course())
    .flatMap(({ lessons }) => lessons)
    .map(({ id, number, entry: { data } }): SearchEntry => ({
      kind: "Lesson",
      title: `${number} ${data.title}`,
      said: data.summary,
      href: href(`/lessons/${id}/`),
      words: `${data.teaches.join(" ")} ${proseOf(id)}`,
    })),
  ...dockerCommands.map(({ names, summary, flags }): SearchEntry => ({
    kind: "Docker",
    title: `docker ${names[0]}`,
    said: summary,
    href: href(`/docker/#${(names[0] ?? "").replaceAll(" ", "-")}`),
    words: [...names, ...flags.flatMap(({ usage, help }) => [usage, help])].join(" "),
  })),
  ...[...dockerRules, ...drydockRules].map(({ slug, name, summary, why }): SearchEntry => ({
    kind: "Rule",
    title: name,
    said: summary,
    href: href(`/rules/${slug}/`),
    words: why,
  })),
  ...checkPages.map(({ slug, name, summary, parameters }): SearchEntry => ({
    kind: "Check",
    title: name,
    said: summary,
    href: href(`/checks/${slug}/`),
    words: parameters.map(({ name: parameter }) => parameter).join(" "),
  })),
  ...(await guides()).map(({ path, title, said, headings }): SearchEntry => ({
    kind: "Guide",
    title,
    said,
    href: path,
    words: headings.map(({ text }) => text).join(" "),
  })),
  {
    kind: "Page",
    title: "Help",
    said: "Keys, saving, handing in, and reading with a screen reader.",
    href: href("/help/"),
    words: "keyboard undo redo checkpoint export import reset compare solution offline",
  },
  {
    kind: "Page",
    title: "What Drydock does not simulate",
    said: "Where the engine ends, and what it says there.",
    href: href("/limits/"),
    words: "limits not simulated compose swarm network time",
  },
];
