import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ruleSlug, rules, teachingRules } from "@drydock/engine";
import { checks } from "../../checks/index.ts";
import { didYouMean } from "../../look/words/did-you-mean.ts";
import type { Element } from "./elements.ts";
import { anchorsOf, headingsOf } from "./heading-problems.ts";
import { type Prose, type ProseProblem, readProse } from "./read-prose.ts";

/** `[words](target "title")`, an image with `!` before it. */
const LINK = /(!?)\[([^\][\n]*)\]\(\s*([^()\s]*)(?:\s+"[^"\n]*")?\s*\)/g;
/** `[words][label]`, and the line that says where a label leads. */
const REFERENCE = /\[[^\][\n]+\]\[([^\][\n]+)\]/g;
const DEFINITION = /^ {0,3}\[([^\][\n]+)\]:[ \t]*(\S+)/gm;
const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Pages of the site beside lessons, checks and rules. */
const PAGES = ["/", "/course/", "/docker/", "/help/", "/limits/", "/search/", "/checks/", "/rules/"];
/** The heading that <Exercise /> brings along. */
const TASK = "task";

/** Links, anchors and images that lead nowhere on the site. */
export function linkProblems(folder: string, prose: Prose, elements: readonly Element[]): ProseProblem[] {
  const problems: ProseProblem[] = [];
  const say = (offset: number, message: string | undefined): void => {
    if (message !== undefined) problems.push({ offset, message });
  };
  const { plain, text } = prose;
  const link = (offset: number, target: string): void => say(offset, deadLink(folder, prose, target));
  const image = (offset: number, target: string, words: string): void => {
    say(offset, deadImage(folder, target));
    if (words.trim() === "") say(offset, "the image has no words for those who cannot see it: ![words](…)");
  };
  for (const found of plain.matchAll(LINK)) {
    const [, mark, words = "", target = ""] = found;
    const from = found.index + (mark ?? "").length + 1;
    const written = text.slice(from, from + words.length);
    if (mark === "!") image(found.index, target, written);
    else if (written.trim() === "") say(found.index, "the link has no words to click");
    else link(found.index, target);
  }
  const labels = new Set<string>();
  for (const { 1: label = "", 2: target = "", index } of plain.matchAll(DEFINITION)) {
    labels.add(label.toLowerCase());
    link(index, target);
  }
  for (const { 1: label = "", index } of plain.matchAll(REFERENCE))
    if (!labels.has(label.toLowerCase())) say(index, `no line [${label}]: says where this leads`);
  for (const { name, attributes, offset } of elements) {
    if (name === "a") link(offset, attributes.get("href") ?? "");
    if (name === "img")
      say(offset, "write ![words](picture.png): a picture in an <img> is not carried to the site");
  }
  return problems;
}

function deadImage(folder: string, target: string): string | undefined {
  if (/^(?:https?:)?\/\//i.test(target))
    return `${target} lies on another host, which the page never asks: put the picture beside lesson.mdx`;
  const path = decoded(target);
  if (path === undefined || path === "") return `${JSON.stringify(target)} is no path of a picture`;
  const file = join(folder, path);
  if (!existsSync(file) || !statSync(file).isFile())
    return `${target} leads nowhere: there is no ${join(folder, path)}`;
  return IMAGE.test(path) ? undefined : `${target} is no picture by its name`;
}

function deadLink(folder: string, prose: Prose, target: string): string | undefined {
  if (target === "") return "the link has no address";
  if (/^(?:https?|mailto):/i.test(target)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return `${target} is no address that a page may lead to`;
  const path = decoded(target.replace(/[?#].*$/, ""));
  if (path === undefined) return `${target} is no address: a % has to be written %25`;
  if (path.startsWith("/"))
    return `${target} begins at the top of the host, where the site need not stand: write it from this page, ../../..${path}`;
  const [, anchor] = target.split("#");
  const here = `/lessons/${lessonPath(folder)}/`;
  const { pathname } = new URL(`http://site${encodeURI(here)}`.replace(/[^/]*$/, "") + encodeURI(path));
  const page = decodeURI(pathname);
  const lesson = /^\/lessons\/([^/]+\/[^/]+)(?:\/(.*))?$/.exec(page);
  if (!lesson) {
    const pages = [
      ...PAGES,
      ...checks.map(({ name }) => `/checks/${dashed(name)}/`),
      ...[...rules, ...teachingRules].map(({ name }) => `/rules/${ruleSlug(name)}/`),
    ];
    if (pages.includes(page)) return undefined;
    const near = didYouMean(page, pages);
    return `${target} leads nowhere: the site has no page ${page}${near === undefined ? "" : `; did you mean ../../..${near}?`}`;
  }
  const [, id = "", rest] = lesson;
  const file = join(dirname(dirname(resolve(folder))), id, "lesson.mdx");
  const own = id === lessonPath(folder);
  if (!own && !existsSync(file)) return `${target} leads nowhere: there is no lesson ${id}`;
  if (rest !== undefined && rest !== "") return `${target} leads to a file, and the site has no page for it`;
  if (rest === undefined) return `${target} has to end in /, as all pages of the site do`;
  if (anchor === undefined) return undefined;
  const anchors = [...anchorsOf(headingsOf(own ? prose : readProse(file, readFileSync(file, "utf8")))), TASK];
  if (anchors.includes(anchor)) return undefined;
  const near = didYouMean(anchor, anchors);
  return `no heading is called #${anchor}${near === undefined ? "" : `; did you mean #${near}?`}`;
}

const decoded = (target: string): string | undefined => {
  try {
    return decodeURI(target);
  } catch {
    return undefined;
  }
};

const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `module/lesson`, as it stands in the site's addresses. */
const lessonPath = (folder: string): string => resolve(folder).split("/").slice(-2).join("/");
