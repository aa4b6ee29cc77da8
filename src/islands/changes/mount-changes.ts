import type { Session } from "../../session/session.ts";
import { element } from "../checks/element.ts";
import { changeList } from "./change-list.ts";

/** The choice of what to compare with: the last command, or a checkpoint. */
const drawChoice = (choice: HTMLSelectElement, names: readonly string[]): void => {
  const chosen = choice.value;
  const option = (value: string, text: string): HTMLElement => element("option", { value }, text);
  choice.replaceChildren(
    option("", "the last command began"),
    ...names.map((name) => option(`at ${name}`, `checkpoint “${name}”`)),
  );
  choice.value = names.some((name) => `at ${name}` === chosen) ? chosen : "";
};

/** Shows what the last command changed on the machine, or what is different from a checkpoint; drawn while it can be seen. */
export const mountChanges = (session: Session, pane: HTMLElement): void => {
  const shown = pane.querySelector("[data-changed]");
  const choice = pane.querySelector<HTMLSelectElement>("[data-since]");
  if (!shown || !choice) return;
  const empty = [...shown.childNodes];
  let asked = 0;
  const draw = async (): Promise<void> => {
    if (pane.hidden) return;
    const mine = ++asked;
    const since = choice.value.startsWith("at ") ? choice.value.slice(3) : undefined;
    const changes = await session.changes(since);
    if (mine !== asked) return;
    const { past } = session.$way.get();
    if (changes) shown.replaceChildren(changeList(changes));
    else if (past.length === 0 && since === undefined) shown.replaceChildren(...empty);
    else
      shown.replaceChildren(
        element("p", { class: "quiet-text" }, "Not known any more. The next command shows it again."),
      );
  };
  session.$way.subscribe(({ checkpoints }) => {
    drawChoice(choice, [...checkpoints.keys()]);
    void draw();
  });
  choice.addEventListener("change", () => void draw());
  new MutationObserver(() => void draw()).observe(pane, { attributeFilter: ["hidden"] });
};
