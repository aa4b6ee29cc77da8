import { compareFiles, type FileDifference } from "../../session/compare/compare-files.ts";
import type { Session } from "../../session/session.ts";
import { textOf } from "../../session/facts/text-of.ts";
import { element } from "../checks/element.ts";
import { differenceList } from "./difference-list.ts";

/** What the act means, before anybody does it. */
const consequences = {
  open: "The lesson is then marked as seen, not as solved, and a check that passes later does not change that. It cannot be taken back, and the file of your work says it too.",
  seen: "",
  solved:
    "You have solved this lesson, and it stays solved. The file of your work says that the solution was shown.",
} as const;

/** Asks whether the solution shall be shown. */
const question = (session: Session, shown: () => void, notNow: () => void): readonly HTMLElement[] => {
  const show = element("button", { class: "button", type: "button", "data-reveal": "" }, "Show the solution");
  const leave = element("button", { class: "button quiet", type: "button" }, "Not now");
  show.addEventListener("click", () => {
    session.reveal();
    shown();
  });
  leave.addEventListener("click", notNow);
  return [
    element(
      "p",
      { class: "asks" },
      element("b", {}, "This shows the whole solution, line by line beside yours."),
    ),
    element("p", {}, consequences[session.$mark.get()]),
    element("p", {}, "Your files, your points and your hints stay as they are, and you can go on working."),
    element("div", { class: "act" }, show, leave),
  ];
};

/** "Put it into my files": the editor's own undo takes it back. */
const takeOver = (
  session: Session,
  { path }: FileDifference,
  taken: (path: string) => void,
): HTMLElement | undefined => {
  const text = textOf(session.lesson.solution, path);
  if (text === undefined) return undefined;
  const button = element(
    "button",
    { class: "button quiet small", type: "button" },
    "Put it into my files",
    element("span", { class: "sr" }, ` (${path})`),
  );
  button.addEventListener("click", () => {
    session.edit(path, text);
    taken(path);
  });
  return button;
};

/** Fills the panel: the question first, and the learner's files against the solution's once it has been answered. */
export const drawSolution = (session: Session, panel: HTMLElement, notNow: () => void): void => {
  const draw = (said: string): void => {
    const { revealed, files } = session.$work.get();
    if (!revealed) {
      panel.replaceChildren(
        ...question(
          session,
          () => {
            draw("");
            panel.focus();
          },
          notNow,
        ),
      );
      return;
    }
    const differences = compareFiles(files, session.lesson.solution);
    const status = element("p", { class: "quiet-text", role: "status" }, said);
    panel.replaceChildren(
      element(
        "p",
        { class: "quiet-text" },
        differences.length === 0
          ? "Your files are those of the solution."
          : "− is yours, + is the solution. It is one way of several: whatever passes the checks is right.",
      ),
      status,
      ...differenceList(differences, (difference) =>
        takeOver(session, difference, (path) => {
          draw(`${path} is now the solution’s. Undo in the editor brings yours back.`);
          panel.focus();
        }),
      ),
    );
  };
  draw("");
};
