import { askPage, type Page } from "../../session/machine/ask-page.ts";
import { machineNow, publishedPorts } from "../../session/machine/machine-now.ts";
import type { Session } from "../../session/session.ts";
import { element } from "../checks/element.ts";
import { whileSeen } from "../lesson/while-seen.ts";

/** As much of an answer as is shown. */
const MOST = 200_000;

const shown = (page: Page): readonly HTMLElement[] => {
  if ("error" in page)
    return [element("p", { class: "miss-text", role: "status" }, page.error || "There was no answer.")];
  const { status, kind, body } = page;
  const said = element(
    "p",
    { class: "quiet-text", role: "status" },
    `${status}${kind === "" ? "" : `, ${kind}`}`,
  );
  // Nothing in the frame runs, and nothing of it reaches the page or another host.
  const frame = (): HTMLElement =>
    element("iframe", { title: "The page", sandbox: "", srcdoc: body.slice(0, MOST), tabindex: "0" });
  const text = (): HTMLElement =>
    element("pre", { tabindex: "0", role: "group", "aria-label": "The answer" }, body.slice(0, MOST));
  return [said, kind === "text/html" ? frame() : text()];
};

/** Shows what a published port answers, as the machine's own browser would: asked again after every command. */
export const mountPreview = (session: Session, panel: HTMLElement): void => {
  const empty = [...panel.childNodes];
  const port = element("select", { "aria-label": "Port" }) as HTMLSelectElement;
  const path = element("input", {
    "aria-label": "Path",
    value: "/",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  }) as HTMLInputElement;
  const form = element(
    "form",
    { class: "address" },
    element("span", { "aria-hidden": "true" }, "localhost:"),
    port,
    path,
    element("button", { class: "button small" }, "Ask again"),
  );
  const answer = element("div", { class: "answered" });
  let asked = 0;
  const ask = async (): Promise<void> => {
    const mine = ++asked;
    const page = await askPage(session, Number(port.value), path.value);
    if (mine === asked) answer.replaceChildren(...shown(page));
  };
  const draw = async (): Promise<void> => {
    const mine = ++asked;
    const now = await machineNow(session);
    if (mine !== asked) return;
    const ports = now ? publishedPorts(now) : [];
    if (ports.length === 0) {
      panel.replaceChildren(...empty);
      return;
    }
    const chosen = ports.includes(Number(port.value)) ? port.value : String(ports[0]);
    port.replaceChildren(...ports.map((one) => element("option", {}, String(one))));
    port.value = chosen;
    if (!panel.contains(form)) panel.replaceChildren(form, answer);
    await ask();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void ask();
  });
  port.addEventListener("change", () => void ask());
  const changed = whileSeen(panel, () => void draw());
  session.$way.subscribe(changed);
};
