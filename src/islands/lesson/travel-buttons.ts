import { type Place, stepsFrom } from "../../session/travel/place.ts";
import type { Session } from "../../session/session.ts";
import { find } from "./find.ts";

/** What led from one place to the next: a command, or a leap to a checkpoint or to the beginning. */
const stepOf = (from: Place | undefined, to: Place | undefined): string | undefined => {
  if (!from || !to) return undefined;
  return stepsFrom(from, to) === 1 ? to.commands.at(-1)?.line : "going back";
};

/** Of a line, what fits beside a button. */
const short = (line: string): string => (line.length > 60 ? `${line.slice(0, 59)}…` : line);

/** Undo and redo of a command, by button and by Ctrl-Alt-Z and Ctrl-Alt-Y. `say` tells what happened. */
export const mountTravelButtons = (session: Session, say: (words: string) => void): void => {
  const buttons = { undo: find("[data-undo]"), redo: find("[data-redo]") };
  const words = { undo: ["Undo", "Undone"], redo: ["Redo", "Done again"] } as const;
  const steps: Partial<Record<keyof typeof buttons, string>> = {};
  const draw = (): void => {
    const { past, present, future } = session.$way.get();
    const asks = session.$asking.get() !== undefined;
    const all = { undo: stepOf(past.at(-1), present), redo: stepOf(present, future[0]) };
    for (const kind of ["undo", "redo"] as const) {
      const step = asks ? undefined : all[kind];
      const button = buttons[kind];
      if (step === undefined) delete steps[kind];
      else steps[kind] = step;
      // Not `disabled`: the focus would be lost with the last step.
      button.setAttribute("aria-disabled", String(step === undefined));
      const name = `${words[kind][0]}${step === undefined ? "" : ` ${short(step)}`}`;
      button.setAttribute("aria-label", name);
      button.title = name;
    }
  };
  const go = async (kind: keyof typeof buttons): Promise<void> => {
    const step = steps[kind];
    if (step === undefined) {
      say(kind === "undo" ? "There is nothing to undo." : "There is nothing to redo.");
      return;
    }
    await session[kind]();
    say(`${words[kind][1]}: ${short(step)}`);
  };
  // Pressed twice in a row, the second is about what stands there after the first.
  let before: Promise<void> = Promise.resolve();
  const take = (kind: keyof typeof buttons): void => {
    before = before.then(
      () => go(kind),
      () => go(kind),
    );
  };
  for (const kind of ["undo", "redo"] as const) buttons[kind].addEventListener("click", () => take(kind));
  addEventListener(
    "keydown",
    (event) => {
      // AltGr is Ctrl and Alt on some keyboards, and makes letters.
      if (!event.altKey || !(event.ctrlKey || event.metaKey) || event.getModifierState("AltGraph")) return;
      const kind = { KeyZ: "undo", KeyY: "redo" }[event.code];
      if (kind !== "undo" && kind !== "redo") return;
      event.preventDefault();
      event.stopPropagation();
      take(event.shiftKey ? "redo" : kind);
    },
    true,
  );
  session.$way.subscribe(draw);
  session.$asking.listen(draw);
};
