import { seconds } from "../../session/facts/amounts.ts";
import type { Session } from "../../session/session.ts";
import { element } from "../checks/element.ts";
import { saidText } from "../checks/said-text.ts";
import type { Place } from "../editor/mounted-editor.ts";
import { type Chain, chainOf, type Link } from "./chain.ts";

const looks = {
  holds: { dot: "dot pass", tone: "ok-text", label: "Holds" },
  breaks: { dot: "dot fail", tone: "miss-text", label: "Misses by itself" },
  dragged: { dot: "dot drag", tone: "miss-text", label: "Dragged along" },
  new: { dot: "dot", tone: "quiet-text", label: "Not in the cache before" },
  failed: { dot: "dot fail", tone: "miss-text", label: "Failed" },
  unreached: { dot: "dot", tone: "quiet-text", label: "Not reached" },
} as const;

const row = ({ line, name, kind, said, why }: Link, go: (place: Place) => void): HTMLElement => {
  const { dot, tone, label } = looks[kind];
  const link = element("button", { class: "linelink", type: "button" }, `line ${line}`);
  const start = { line, column: 1 };
  link.addEventListener("click", () => go({ file: "Dockerfile", range: { start, end: start } }));
  return element(
    "li",
    { class: kind },
    element("span", { class: dot, role: "img", "aria-label": label }),
    element("span", { class: "cmd" }, element("code", { title: name }, name), link),
    element("b", { class: said === "base" ? "quiet-text" : tone }, said),
    ...(why === undefined ? [] : [element("p", { class: "because" }, ...saidText(why))]),
  );
};

const summary = ({ steps, cached, took, dragged }: Chain): readonly HTMLElement[] => {
  const sum = element(
    "div",
    { class: "sum" },
    element("span", {}, element("b", {}, "Steps of the last build "), seconds(took)),
    element("span", {}, `${cached} of ${steps} ${steps === 1 ? "step" : "steps"} CACHED`),
  );
  if (dragged === 0) return [sum];
  const lost = element("i", {});
  lost.style.width = `${Math.round((dragged / took) * 100)}%`;
  return [
    sum,
    element("div", { class: "track", "aria-hidden": "true" }, lost),
    element(
      "p",
      { class: "lost" },
      element("b", { class: "miss-text" }, seconds(dragged)),
      " of it for steps that only stand on another result than last time.",
    ),
  ];
};

/** Shows what the last build took from the cache, where the chain broke and what that dragged along. */
export const mountCache = (session: Session, pane: HTMLElement, go: (place: Place) => void): void => {
  const empty = [...pane.childNodes];
  session.$log.subscribe((log) => {
    const build = log.flatMap(({ builds }) => builds).findLast(({ began }) => began);
    if (!build) {
      pane.replaceChildren(...empty);
      return;
    }
    const chain = chainOf(build.lines);
    pane.replaceChildren(
      ...summary(chain),
      element("ol", { class: "chain", "aria-label": "Steps" }, ...chain.links.map((link) => row(link, go))),
    );
  });
};
