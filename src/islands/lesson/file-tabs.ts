import type { Session } from "../../session/session.ts";
import { element } from "../checks/element.ts";
import { editableFiles } from "../../session/facts/text-of.ts";
import { find } from "./find.ts";

/** The files as tabs; arrows move between them, as in every row of tabs. */
export const mountFileTabs = (
  session: Session,
  first: string,
  show: (file: string) => void,
): { select(file: string): void } => {
  const list = find("[data-files]");
  const stage = find("[data-stage]");
  let chosen = first;
  const tabs = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const mark = (): void => {
    for (const tab of tabs()) {
      const on = tab.dataset["file"] === chosen;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      if (on) stage.setAttribute("aria-labelledby", tab.id);
    }
  };
  const select = (file: string): void => {
    if (file === chosen) return;
    chosen = file;
    mark();
    show(file);
  };
  const draw = (files: readonly string[]): void => {
    const shown = tabs().map((tab) => tab.dataset["file"]);
    if (shown.length === files.length && shown.every((file, at) => file === files[at])) return;
    list.replaceChildren(
      ...files.map((file, at) =>
        element(
          "button",
          { role: "tab", type: "button", id: `file-${at}`, "aria-controls": "stage", "data-file": file },
          file,
        ),
      ),
    );
    if (!files.includes(chosen)) chosen = files[0] ?? "Dockerfile";
    mark();
  };
  session.$work.subscribe(({ files }) => draw(editableFiles(files)));
  list.addEventListener("click", (event) => {
    const file = (event.target as HTMLElement).closest<HTMLElement>("[role=tab]")?.dataset["file"];
    if (file !== undefined) select(file);
  });
  list.addEventListener("keydown", (event) => {
    const all = tabs();
    const at = all.findIndex((tab) => tab.dataset["file"] === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = all.at(to % all.length);
    tab?.focus();
    if (tab?.dataset["file"] !== undefined) select(tab.dataset["file"]);
  });
  mark();
  return { select };
};
