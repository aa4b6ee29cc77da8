import { element } from "../checks/element.ts";
import { find } from "../lesson/find.ts";
import { findPages, type SearchEntry } from "./find-pages.ts";

const row = ({ kind, title, said, href }: SearchEntry): HTMLElement =>
  element(
    "li",
    {},
    element("span", { class: "label" }, kind),
    element("a", { href }, title),
    element("span", { class: "quiet-text" }, said),
  );

/** The search page: what is asked stands in the address too, so that it can be kept and gone back to. */
const begin = async (): Promise<void> => {
  const page = find("[data-search]");
  const field = find("#question") as HTMLInputElement;
  const said = find("[data-said]");
  const list = find("[data-found]");
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.focus();
  find(".search").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  const response = await fetch(page.dataset["source"] ?? "");
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const entries = (await response.json()) as readonly SearchEntry[];
  const draw = (): void => {
    const question = field.value.trim();
    const found = findPages(entries, question);
    list.replaceChildren(...found.map(row));
    const count = found.length === 1 ? "1 place" : `${found.length} places`;
    said.textContent =
      question === "" ? "" : found.length === 0 ? "Nothing has all of these words. Try fewer." : count;
    history.replaceState(null, "", question === "" ? "." : `?q=${encodeURIComponent(question)}`);
  };
  field.addEventListener("input", draw);
  draw();
};
begin().catch((error: unknown) => {
  find("[data-said]").textContent =
    `What is looked through did not load: ${error instanceof Error ? error.message : String(error)}. Reload the page to try again.`;
});
