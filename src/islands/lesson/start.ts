import { readShares, showShares } from "./pane-shares.ts";

/** The first script of a lesson, and a small one: it switches panes on a phone and loads the rest once the page stands. */
const { body } = document;
const buttons = document.querySelectorAll<HTMLElement>("[data-go]");

const go = (view: string): void => {
  body.dataset["view"] = view;
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset["go"] === view));
  if (matchMedia("(max-width: 760px)").matches) scrollTo(0, 0);
};
for (const button of buttons) button.addEventListener("click", () => go(button.dataset["go"] ?? "read"));
body.addEventListener("drydock:go", (event) => go((event as CustomEvent<string>).detail));
body.dataset["view"] = "read";
showShares(readShares());

const boot = (): void => {
  import("./boot.ts")
    .then(({ boot: start }) => start())
    .catch((error: unknown) => {
      const note = document.querySelector<HTMLElement>("[data-note]");
      if (!note) return;
      note.hidden = false;
      note.classList.add("bad");
      note.firstElementChild?.replaceChildren(
        `The editor and the terminal did not load: ${error instanceof Error ? error.message : String(error)}. The text is all there. Reload the page to try again; your saved work is not touched.`,
      );
    });
};
if ("requestIdleCallback" in window) requestIdleCallback(boot, { timeout: 1500 });
else setTimeout(boot, 200);
