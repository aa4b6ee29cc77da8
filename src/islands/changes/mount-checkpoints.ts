import type { Session } from "../../session/session.ts";
import type { Place } from "../../session/travel/place.ts";
import { element } from "../checks/element.ts";

const counted = (count: number): string => `${count} ${count === 1 ? "command" : "commands"}`;

interface Doing {
  goTo(name: string): void;
  forget(name: string): void;
}

const row = (name: string, { commands }: Place, doing: Doing): HTMLElement => {
  const button = (text: string, of: string, act: () => void): HTMLElement => {
    const made = element(
      "button",
      { class: "button quiet small", type: "button" },
      text,
      element("span", { class: "sr" }, ` ${of} ${name}`),
    );
    made.addEventListener("click", act);
    return made;
  };
  return element(
    "li",
    {},
    element("b", {}, name),
    element("span", { class: "quiet-text" }, counted(commands.length)),
    button("Go back", "to", () => doing.goTo(name)),
    button("Delete", "the checkpoint", () => doing.forget(name)),
  );
};

/** Named checkpoints: save one, go back to one, delete one. `say` tells what happened. */
export const mountCheckpoints = (session: Session, pane: HTMLElement, say: (words: string) => void): void => {
  const form = pane.querySelector<HTMLFormElement>("[data-keep]");
  const field = form?.querySelector("input");
  const list = pane.querySelector("[data-checkpoints]");
  if (!form || !field || !list) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = field.value.trim();
    const wrong = session.keepCheckpoint(name);
    field.setCustomValidity(wrong ?? "");
    if (wrong !== undefined) {
      field.reportValidity();
      return;
    }
    field.value = "";
    say(`Checkpoint ${name} saved.`);
  });
  field.addEventListener("input", () => field.setCustomValidity(""));
  const doing: Doing = {
    goTo: (name) => {
      void session
        .goToCheckpoint(name)
        .then(() => say(`Files and machine are as at ${name}. Undo takes you back.`));
    },
    forget: (name) => {
      session.forgetCheckpoint(name);
      say(`Checkpoint ${name} deleted.`);
      field.focus();
    },
  };
  let drawn: ReadonlyMap<string, Place> | undefined;
  session.$way.subscribe(({ checkpoints }) => {
    if (checkpoints === drawn) return;
    drawn = checkpoints;
    list.replaceChildren(...[...checkpoints].map(([name, place]) => row(name, place, doing)));
  });
};
