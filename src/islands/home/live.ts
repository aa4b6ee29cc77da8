import { startEngine } from "../../session/engine/start-engine.ts";
import { element } from "../checks/element.ts";
import { saidText } from "../checks/said-text.ts";
import { colour } from "../editor/colour.ts";
import { hull } from "../layers/hull.ts";
import { platesOf } from "../layers/plates-of.ts";

const within = (parent: Element, selector: string): HTMLElement => {
  const found = parent.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
};

/** The home page's third build: type in it, and the verdict changes. */
export const mountLive = async (state: HTMLElement): Promise<void> => {
  const engine = startEngine();
  const field = within(state, "textarea") as HTMLTextAreaElement;
  const copy = within(state, ".copy");
  const ship = within(state, "[data-hull]");
  const verdict = within(state, ".verdict");
  let comparing = false;
  const draw = async (): Promise<void> => {
    // One at a time: whoever types on gets the next one.
    if (comparing) return;
    const typed = field.value;
    const text = `${typed.replace(/\n*$/, "")}\n`;
    comparing = true;
    const compared = await engine.compare(text).finally(() => {
      comparing = false;
    });
    if (field.value !== typed) return draw();
    const { said, build, passes, took, verdict: words, why } = compared;
    copy.replaceChildren(
      ...colour(field.value).map((pieces, at) => {
        const { words: beside = "", tone = "", bad = false } = said.get(at + 1) ?? {};
        const shown = pieces.map((piece) =>
          piece.kind ? element("span", { class: piece.kind }, piece.text) : piece.text,
        );
        return element(
          "div",
          { class: bad ? "l bad" : "l" },
          ...shown,
          element("b", { class: tone }, beside),
        );
      }),
    );
    if (build.image)
      ship.innerHTML = hull(
        platesOf(build).map((plate) => ({ ...plate, name: `line ${plate.line}` })),
        218,
      );
    verdict.replaceChildren(
      element("span", {
        class: passes ? "dot pass" : "dot fail",
        role: "img",
        "aria-label": passes ? "Done" : "Not yet",
      }),
      element("strong", {}, words),
      element("span", { class: "pts num" }, build.image ? took : ""),
      element("p", {}, ...saidText(why)),
    );
  };
  field.addEventListener("input", () => void draw());
  await draw();
};
