import { compareFiles } from "../../session/compare/compare-files.ts";
import type { Session } from "../../session/session.ts";
import { element } from "../checks/element.ts";
import { mountViews } from "../lesson/views.ts";
import { differenceList } from "./difference-list.ts";
import { drawSolution } from "./solution-panel.ts";

export type ComparedWith = "start" | "solution";

const names: readonly (readonly [ComparedWith, string])[] = [
  ["start", "With the start"],
  ["solution", "With the solution"],
];

const drawStart = (session: Session, panel: HTMLElement): void => {
  const differences = compareFiles(session.lesson.start, session.$work.get().files);
  panel.replaceChildren(
    element(
      "p",
      { class: "quiet-text" },
      differences.length === 0
        ? "Your files are as they were at the start."
        : "− is the start, + is yours. Reset beside the files goes back to the start, and can be undone.",
    ),
    ...differenceList(differences),
  );
};

/** Opens the learner's files beside the lesson's: those of the start, or of the solution for whoever wants to see it. */
export const openCompare = (session: Session, first: ComparedWith): void => {
  const panel = (id: ComparedWith): HTMLElement =>
    element("div", {
      class: "body-of",
      id: `compare-${id}`,
      role: "tabpanel",
      tabindex: "0",
      "aria-labelledby": `with-${id}`,
      ...(id === first ? {} : { hidden: "" }),
    });
  const panels = { start: panel("start"), solution: panel("solution") };
  const tabs = names.map(([id, name]) =>
    element(
      "button",
      {
        role: "tab",
        type: "button",
        id: `with-${id}`,
        "aria-controls": `compare-${id}`,
        "aria-selected": String(id === first),
        tabindex: id === first ? "0" : "-1",
        ...(id === first ? { autofocus: "" } : {}),
      },
      name,
    ),
  );
  const list = element("div", { role: "tablist", "aria-label": "Compare your files" }, ...tabs);
  const close = element("button", { class: "button quiet small", type: "button" }, "Close");
  const dialog = element(
    "dialog",
    { class: "compare", "aria-labelledby": "compare-head", closedby: "any" },
    element("h2", { class: "sr", id: "compare-head" }, "Compare your files"),
    element("div", { class: "tabs" }, list, element("div", { class: "side" }, close)),
    panels.start,
    panels.solution,
  ) as HTMLDialogElement;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  drawStart(session, panels.start);
  drawSolution(session, panels.solution, () => dialog.close());
  const forget = session.$work.listen(() => drawStart(session, panels.start));
  dialog.addEventListener("close", forget);
  document.body.append(dialog);
  mountViews(list);
  dialog.showModal();
};
