import type { Session } from "../../session/session.ts";
import { find } from "./find.ts";

/** Tells that a command or a check takes its time, and offers to stop the command: a phone has no Ctrl-C. */
export const mountWorking = (session: Session): void => {
  const told = find("[data-working]");
  const stop = find("[data-stop]");
  const terminal = find("[data-terminal]");
  const draw = (): void => {
    const working = session.$working.get();
    told.textContent = working ? "Still working" : "";
    terminal.toggleAttribute("aria-busy", working);
    stop.hidden = !working && !session.$asking.get();
  };
  session.$working.listen(draw);
  session.$asking.listen(draw);
  stop.addEventListener("click", () => session.interrupt());
  draw();

  for (const button of document.querySelectorAll(".tabs [data-check]")) {
    let words = button.textContent;
    session.$result.subscribe((result) => {
      words = result ? "Check again" : "Check";
      if (!session.$checking.get()) button.textContent = words;
    });
    session.$checking.listen((checking) => {
      button.textContent = checking ? "Still checking" : words;
      button.toggleAttribute("aria-busy", checking);
    });
  }
};
