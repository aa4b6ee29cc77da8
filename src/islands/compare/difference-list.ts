import type { ComparedLine, FileDifference } from "../../session/compare/compare-files.ts";
import { element } from "../checks/element.ts";

/** So many lines of a file are read; the rest is counted. */
const MOST = 1000;

const hows = { added: "new", removed: "not there any more", changed: "" } as const;
const signs = { same: " ", removed: "\u2212", added: "+" } as const;
const spoken = { same: "", removed: "taken out: ", added: "put in: " } as const;

const count = (lines: number): string => `${lines} ${lines === 1 ? "line" : "lines"}`;

const row = (line: ComparedLine): HTMLElement => {
  if (line.kind === "left out")
    return element("li", { class: "skipped" }, `${count(line.count)} that are the same`);
  const number = (at: number | undefined): HTMLElement =>
    element("span", { class: "no", "aria-hidden": "true" }, at === undefined ? "" : String(at));
  return element(
    "li",
    { class: line.kind },
    number("before" in line ? line.before : undefined),
    number("after" in line ? line.after : undefined),
    element("span", { class: "sign", "aria-hidden": "true" }, signs[line.kind]),
    element("code", {}, element("span", { class: "sr" }, spoken[line.kind]), line.text),
  );
};

const rows = (lines: readonly ComparedLine[]): readonly HTMLElement[] => {
  const shown = lines.slice(0, MOST).map(row);
  if (lines.length > MOST)
    shown.push(element("li", { class: "skipped" }, `and ${count(lines.length - MOST)} more`));
  return shown;
};

const body = ({ path, how, lines }: FileDifference): HTMLElement => {
  const quiet = (words: string): HTMLElement => element("p", { class: "quiet-text" }, words);
  if (lines.length > 0 && lines.every(({ kind }) => kind === "same" || kind === "left out"))
    return quiet("The text is the same; the mode of the file is not.");
  if (lines.length === 0) return quiet(how === "changed" ? "This is no text." : "An empty file, or no text.");
  return element(
    "ol",
    { class: "compared", tabindex: "0", "aria-label": `Lines of ${path}` },
    ...rows(lines),
  );
};

/** Files with their changed lines; `beside` may put a button to a file's name. */
export const differenceList = (
  differences: readonly FileDifference[],
  beside: (difference: FileDifference) => HTMLElement | undefined = () => undefined,
): readonly HTMLElement[] =>
  differences.map((difference) => {
    const { path, how } = difference;
    const extra = beside(difference);
    return element(
      "section",
      { "aria-label": path },
      element(
        "header",
        {},
        element("h3", {}, path),
        element("span", { class: "quiet-text" }, hows[how]),
        ...(extra ? [extra] : []),
      ),
      body(difference),
    );
  });
