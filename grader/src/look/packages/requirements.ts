import type { LooseDependency } from "./loose-dependency.ts";
import { normalName } from "./packages.ts";

/** Files that bring in one another. */
const MOST_FILES = 20;

/** A line of a requirements file as pip reads it: continued ones joined, comments gone. */
interface Requirement {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** `flask` of `Flask[async]>=3`. */
export const requirementName = (text: string): string => normalName(/^[\w.-]+/.exec(text)?.[0] ?? "");

/** What a requirement must be to be one release and no other; `-c` files count for every name. */
export function looseInRequirements(
  file: string,
  read: (path: string) => string | undefined,
): LooseDependency[] {
  const found: Requirement[] = [];
  const held = new Set<string>();
  const seen = new Set<string>();
  const named = [{ path: file, constrains: false }];
  for (let next = named.shift(); next && seen.size < MOST_FILES; next = named.shift()) {
    const { path, constrains } = next;
    const text = seen.has(path) ? undefined : read(path);
    seen.add(path);
    for (const each of text === undefined ? [] : requirements(path, text)) {
      const [, option = "", other = ""] =
        /^(-r|--requirement|-c|--constraint)(?:\s+|=)(\S+)/.exec(each.text) ?? [];
      if (option !== "")
        named.push({ path: beside(path, other), constrains: constrains || /^--?c/.test(option) });
      else if (isExact(each.text)) held.add(requirementName(each.text));
      else if (!constrains) found.push(each);
    }
  }
  return found.filter(({ text }) => !held.has(requirementName(text)));
}

/** pip reads a file that another one names from where that one lies. */
function beside(path: string, other: string): string {
  const parts = [...path.split("/").slice(0, -1), ...other.split("/")];
  const out: string[] = [];
  for (const part of parts) {
    if (part === "..") out.pop();
    else if (part !== "" && part !== ".") out.push(part);
  }
  return out.join("/");
}

function requirements(file: string, text: string): Requirement[] {
  const out: Requirement[] = [];
  let before = "";
  let first = 1;
  for (const [i, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (before === "") first = i + 1;
    const line = raw.slice(0, 2000);
    if (line.endsWith("\\") && !line.trimStart().startsWith("#")) {
      before += line.slice(0, -1);
      continue;
    }
    const whole = `${before}${line}`.replace(/(?:^|\s)#.*$/, "").trim();
    before = "";
    if (whole !== "") out.push({ file, line: first, text: whole });
  }
  return out;
}

/** Does a requirement name one release? Options, files and archives are what they are; a repository is by its commit, a package by `==`. */
export function isExact(text: string): boolean {
  if (text.startsWith("-") || /^(?:\.{0,2}\/|https?:|file:)/.test(text)) return true;
  const [asked = ""] = text.split(/\s*(?:;|\s--)/, 1);
  const address = /@\s*([a-z+]+:\S+)$/.exec(asked)?.[1];
  if (address !== undefined)
    return address.includes("+") ? /@[0-9a-f]{40}\b/.test(address) : /^(?:https?|file):/.test(address);
  const specifiers = asked.replace(/^[\w.-]+\s*(?:\[[^\]]*\])?/, "").split(",");
  return specifiers.some((each) => /^\s*={2,3}\s*[^*\s=]+\s*$/.test(each));
}
