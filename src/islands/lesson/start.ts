import { element } from "../checks/element.ts";
import { holdClick } from "./hold-click.ts";
import { readShares, showShares } from "./pane-shares.ts";

/** The first script of a lesson, and a small one: it switches panes on a phone and loads the rest once the page stands. */
const { body } = document;
const buttons = document.querySelectorAll<HTMLElement>("[data-go]");

/** How far down each pane was left. */
const left = new Map<string, number>();
const go = (view: string, top = 0): void => {
  left.set(body.dataset["view"] ?? "read", scrollY);
  body.dataset["view"] = view;
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset["go"] === view));
  if (matchMedia("(max-width: 760px)").matches) scrollTo(0, top);
};
for (const button of buttons) {
  const view = button.dataset["go"] ?? "read";
  button.addEventListener("click", () => go(view, left.get(view)));
}
body.addEventListener("drydock:go", (event) => go((event as CustomEvent<string>).detail));
body.dataset["view"] = "read";
showShares(readShares());

/** Says what did not load, and offers the one thing that helps. */
const trouble = (words: string): void => {
  const note = document.querySelector<HTMLElement>("[data-note]");
  if (!note) return;
  const again = element("button", { class: "button small", type: "button" }, "Reload the page");
  again.addEventListener("click", () => location.reload());
  note.querySelector("button")?.remove();
  note.firstElementChild?.replaceChildren(words);
  note.append(again);
  note.classList.add("bad");
  note.hidden = false;
};
const release = holdClick();
let booted = false;
// What a page loads later has gone once the site was renewed.
addEventListener("vite:preloadError", () => {
  if (booted)
    trouble(
      "A part of this page did not load: there is no network, or Drydock was renewed since you opened it. Your work is saved, and a reload keeps it.",
    );
});

const boot = (): void => {
  import("./boot.ts")
    .then(({ boot: start }) => start())
    .then(() => {
      booted = true;
      release();
    })
    .catch((error: unknown) =>
      trouble(
        `The editor and the terminal did not load: ${error instanceof Error ? error.message : String(error)}. The text is all there, and your saved work is not touched.`,
      ),
    );
};
if ("requestIdleCallback" in window) requestIdleCallback(boot, { timeout: 1500 });
else setTimeout(boot, 200);
