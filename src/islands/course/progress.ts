import { browserVault } from "../session/browser-vault.ts";

/** Marks what was done in this browser on the course map. Without storage the map is a plain list. */
const mark = async (): Promise<void> => {
  const all = new Map((await (await browserVault()).all()).map((saved) => [saved.lesson, saved]));
  const rows = [...document.querySelectorAll<HTMLElement>("[data-lesson]")];
  let here: HTMLElement | undefined;
  for (const row of rows) {
    const saved = all.get(row.dataset["lesson"] ?? "");
    const dot = row.querySelector(".dot");
    if (saved?.passed) {
      dot?.classList.add("pass");
      dot?.setAttribute("aria-label", "Done");
    } else if (!here) {
      here = row;
      if (all.size > 0) row.classList.add("here");
      if (saved) {
        dot?.classList.add("here");
        dot?.setAttribute("aria-label", "Begun");
      }
    }
  }
  for (const module of document.querySelectorAll<HTMLElement>("[data-module]")) {
    const inside = [...document.querySelectorAll<HTMLElement>(`#m${module.dataset["module"]} [data-lesson]`)];
    if (inside.every((row) => all.get(row.dataset["lesson"] ?? "")?.passed)) module.classList.add("done");
    else if (all.size > 0 && here && inside.includes(here)) module.classList.add("here");
  }
  const done = rows.filter((row) => all.get(row.dataset["lesson"] ?? "")?.passed).length;
  const said = document.querySelector<HTMLElement>("[data-done]");
  if (all.size > 0 && said) {
    const count = document.createElement("b");
    count.textContent = `${done} of ${rows.length}`;
    said.replaceChildren(count, " lessons done");
    said.hidden = false;
  }
  const button = document.querySelector<HTMLAnchorElement>("[data-continue]");
  const link = here?.querySelector("a");
  if (all.size > 0 && button && here && link) {
    button.href = link.href;
    button.textContent = `Continue with ${here.dataset["number"]}`;
  }
};
mark().catch(() => undefined);
