import type { Session } from "../../session/session.ts";
import { download } from "./download.ts";
import { find } from "./find.ts";

/** More than this is no file of work. */
const LARGEST = 20 * 1024 * 1024;

/** "Your work": out as a file, and in again; and the reset beside the files, which can be undone. */
export const mountWorkMenu = (session: Session): void => {
  const menu = find("[data-work-menu]") as HTMLDetailsElement;
  const file = find("[data-import-file]") as HTMLInputElement;
  find("[data-export]").addEventListener("click", () => {
    void download(session);
    menu.open = false;
  });
  find("[data-import]").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    file.value = "";
    if (!chosen) return;
    void (async () => {
      const wrong =
        chosen.size > LARGEST
          ? "This file is too large to be a file of work."
          : await session.open(await chosen.text());
      if (wrong === undefined) menu.open = false;
      const said =
        menu.querySelector("[data-wrong]") ??
        menu.querySelector("div")?.appendChild(document.createElement("p"));
      said?.setAttribute("data-wrong", "");
      said?.setAttribute("role", "alert");
      said?.replaceChildren(wrong ?? "");
    })();
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target as Node)) menu.open = false;
  });

  const undo = find("[data-undo-reset]");
  find("[data-reset]").addEventListener("click", () => void session.reset());
  undo.addEventListener("click", () => {
    void session.undoReset().then(() => find("[data-reset]").focus());
  });
  session.$canUndoReset.subscribe((can) => {
    undo.hidden = !can;
  });
};
