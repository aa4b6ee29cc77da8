import { browserVault } from "../../session/vault/browser-vault.ts";
import { type Mark, markOf } from "../../session/check/mark.ts";
import type { Saved, Vault } from "../../session/vault/vault.ts";
import { mountAllWork } from "./all-work-buttons.ts";

/** A shape and words for what was done in a lesson. */
const marks: Readonly<Record<Mark, readonly [string, string]>> = {
  open: ["", "Begun"],
  seen: ["seen", "Solution seen"],
  solved: ["pass", "Done"],
};

const markRow = (row: HTMLElement, saved: Saved | undefined, isHere: boolean): void => {
  const [shape, words] = saved ? marks[markOf(saved)] : ["", "Not begun"];
  const dot = row.querySelector(".dot");
  dot?.classList.remove("here", "seen", "pass");
  if (shape !== "" || (saved && isHere)) dot?.classList.add(shape === "" ? "here" : shape);
  dot?.setAttribute("aria-label", words);
};

const draw = (all: ReadonlyMap<string, Saved>): void => {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-lesson]")];
  const savedOf = (row: HTMLElement): Saved | undefined => all.get(row.dataset["lesson"] ?? "");
  const isMarked = (row: HTMLElement, wanted: Mark): boolean => {
    const saved = savedOf(row);
    return saved !== undefined && markOf(saved) === wanted;
  };
  const here = rows.find((row) => !isMarked(row, "solved") && !isMarked(row, "seen"));
  const begun = all.size > 0;
  for (const row of rows) {
    row.classList.toggle("here", begun && row === here);
    markRow(row, savedOf(row), row === here);
  }
  for (const module of document.querySelectorAll<HTMLElement>("[data-module]")) {
    const inside = rows.filter((row) => row.closest(`#m${module.dataset["module"]}`));
    const done = inside.every((row) => isMarked(row, "solved"));
    module.classList.toggle("done", done);
    module.classList.toggle("here", !done && begun && here !== undefined && inside.includes(here));
  }
  const said = document.querySelector<HTMLElement>("[data-done]");
  if (said) {
    const solved = document.createElement("b");
    solved.textContent = `${rows.filter((row) => isMarked(row, "solved")).length} of ${rows.length}`;
    const seen = rows.filter((row) => isMarked(row, "seen")).length;
    said.replaceChildren(
      solved,
      seen === 0 ? " lessons done" : ` lessons done, ${seen} seen with its solution`,
    );
    said.hidden = !begun;
  }
  const button = document.querySelector<HTMLAnchorElement>("[data-continue]");
  const link = here?.querySelector("a");
  if (button && here && link) {
    button.href = link.href;
    button.textContent = `${begun ? "Continue" : "Start"} with ${here.dataset["number"]}`;
  }
};

/** Marks what was done in this browser on the course map. Without storage the map is a plain list. */
const mark = async (): Promise<void> => {
  const vault: Vault = await browserVault();
  const redraw = async (): Promise<void> =>
    draw(new Map((await vault.all()).map((saved) => [saved.lesson, saved])));
  await redraw();
  const ids = [...document.querySelectorAll<HTMLElement>("[data-lesson]")].map(
    (row) => row.dataset["lesson"] ?? "",
  );
  mountAllWork(vault, ids, redraw);
};
mark().catch(() => undefined);
