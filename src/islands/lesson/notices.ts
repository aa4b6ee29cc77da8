import type { Notice, Session } from "../../session/session.ts";
import { element } from "../checks/element.ts";
import { handOut } from "../hand-out.ts";
import { download } from "./download.ts";
import { find } from "./find.ts";
import { told as toldBefore, tell } from "./told-once.ts";

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
  "no-python": {
    words:
      "This browser runs no WebAssembly, so Python programs do not run here. Builds, layers, the cache and the terminal work; a check that asks a Python program is not judged, and costs nothing.",
  },
  python: {
    words:
      "Your Python program runs for real, on MicroPython with Drydock's small Flask. What it prints is its own; what this Python lacks is said in the terminal.",
  },
};

/** Told once in a browser is enough. */
const once: ReadonlySet<Notice> = new Set(["python", "no-python"]);

/** The bar below the header, and the word beside the menu: what a learner has to know about their work. */
export const mountNotices = (session: Session): void => {
  const bar = find("[data-note]");
  const words = bar.firstElementChild ?? bar;
  const saved = find("[data-saved]");
  const wanted = (): Told | undefined => {
    const saving = session.$saving.get();
    if (saving.state === "failed")
      return {
        words: `Your work is not being saved: ${saving.why}. It stays here until you close this page.`,
        bad: true,
        action: ["Download your work", download],
      };
    const notice = session.$notice.get();
    return notice && !(once.has(notice) && toldBefore(notice)) ? notices[notice] : undefined;
  };
  const close = (): void => {
    const notice = session.$notice.get();
    session.dismiss();
    if (notice && once.has(notice)) tell(notice);
  };
  let shown = "";
  const draw = (): void => {
    const told = wanted();
    // Written again, the same words would be read out again.
    if (shown === (told?.words ?? "")) return;
    shown = told?.words ?? "";
    bar.hidden = told === undefined;
    bar.classList.toggle("bad", told?.bad === true);
    bar.classList.toggle("asks", told?.action !== undefined && !told.bad);
    for (const button of bar.querySelectorAll("button")) button.remove();
    words.textContent = shown;
    const button = (kind: string, name: string, press: () => unknown): void => {
      const made = element("button", { class: `button small ${kind}`, type: "button" }, name);
      made.addEventListener("click", () => void press());
      bar.append(made);
    };
    const act = told?.action;
    if (act) button("", act[0], () => act[1](session));
    if (told && !told.bad) button("quiet", "Close", close);
  };
  const drawSaved = (): void => {
    const { state } = session.$saving.get();
    saved.dataset["state"] = state;
    saved.textContent = { saved: "Saved on this device", waiting: "Saving", failed: "Not saved" }[state];
  };
  session.$saving.subscribe(() => (drawSaved(), draw()));
  session.$notice.listen(draw);
};
