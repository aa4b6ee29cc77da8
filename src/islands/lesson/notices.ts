import type { Notice, Session } from "../../session/session.ts";
import { element } from "../checks/element.ts";
import { handOut } from "../hand-out.ts";
import { download } from "./download.ts";
import { find } from "./find.ts";

interface Told {
  readonly words: string;
  readonly bad?: boolean;
  /** A button, and what it does. */
  readonly action?: readonly [string, (session: Session) => unknown];
}

const notices: Readonly<Record<Notice, Told>> = {
  "new-version": {
    words:
      "This lesson has changed since you were here. Your files are as you left them; a copy of all your work is kept.",
    action: ["Begin with the new files", (session) => session.reset()],
  },
  "other-tab-wrote": {
    words:
      "This lesson was changed in another tab. What you do here next replaces it; the other state is then kept.",
    action: ["Show the other tab's work", (session) => session.loadNewer()],
  },
  "replaced-other-tab": {
    words: "Another tab had changed this lesson. What you did here counts now; the other state is kept.",
    action: ["Bring the other state back", (session) => session.bringBack("other-tab")],
  },
  imported: {
    words: "The file is open. What stood here before is kept.",
    action: ["Bring it back", (session) => session.bringBack("import")],
  },
  unfinished: {
    words:
      "A command was waiting for you when this page was left. Nothing of it has happened; what you had typed to it is kept.",
    action: [
      "Take it up again",
      (session) => {
        session.dismiss();
        document.body.dispatchEvent(new CustomEvent("drydock:take-up"));
      },
    ],
  },
  "machine-unreadable": {
    words:
      "What was saved of the machine could not be read, so your commands were typed again. Your files and your answers are as you left them.",
  },
  damaged: {
    words:
      "What this browser had saved of the lesson is damaged and could not be opened. You begin with the lesson's own files; what was saved is kept as it is.",
    action: [
      "Download what was saved",
      (session) => handOut(session.damaged(), `${session.lesson.id.replaceAll("/", "-")}-damaged.json`),
    ],
  },
  python: {
    words:
      "Your Python program runs for real, on MicroPython with Drydock's small Flask. What it prints is its own; what this Python lacks is said in the terminal.",
  },
};

/** The bar below the header, and the word beside the menu: what a learner has to know about their work. */
export const mountNotices = (session: Session): void => {
  const bar = find("[data-note]");
  const words = bar.firstElementChild ?? bar;
  const saved = find("[data-saved]");
  const draw = (): void => {
    const saving = session.$saving.get();
    const notice = session.$notice.get();
    const told: Told | undefined =
      saving.state === "failed"
        ? {
            words: `Your work is not being saved: ${saving.why}. It stays here until you close this page.`,
            bad: true,
            action: ["Download your work", download],
          }
        : notice && notices[notice];
    bar.hidden = told === undefined;
    bar.classList.toggle("bad", told?.bad === true);
    for (const button of bar.querySelectorAll("button")) button.remove();
    words.textContent = told?.words ?? "";
    const act = told?.action;
    if (act) {
      const button = element("button", { class: "button small", type: "button" }, act[0]);
      button.addEventListener("click", () => void act[1](session));
      bar.append(button);
    }
    if (told && !told.bad) {
      const close = element("button", { class: "button quiet small", type: "button" }, "Close");
      close.addEventListener("click", () => session.dismiss());
      bar.append(close);
    }
    saved.dataset["state"] = saving.state;
    saved.textContent = { saved: "Saved on this device", waiting: "Saving", failed: "Not saved" }[
      saving.state
    ];
  };
  session.$saving.listen(draw);
  session.$notice.listen(draw);
  draw();
};
