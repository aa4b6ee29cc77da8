import { ladderFor, type Report, type Verdict } from "@drydock/grader";
import { isSolved } from "../../session/check/is-solved.ts";
import type { Session } from "../../session/session.ts";
import type { Place } from "../editor/mounted-editor.ts";
import { element } from "./element.ts";
import { saidText } from "./said-text.ts";

const outcomes = {
  pass: { dot: "dot pass", said: "Done" },
  fail: { dot: "dot fail", said: "Not yet" },
  inconclusive: { dot: "dot maybe", said: "Not judged" },
  blocked: { dot: "dot", said: "Waits for another check" },
} as const;

const stateClass = (state: string | undefined): string =>
  state === undefined
    ? ""
    : /cached|pass|ok/i.test(state)
      ? "ok-text"
      : /rerun|miss|error|fail|ran/i.test(state)
        ? "miss-text"
        : "quiet-text";

const ladder = (
  session: Session,
  { id, title, facts }: Verdict,
  redraw: () => void,
): HTMLElement | undefined => {
  const asked = session.lesson.rubric.criteria.find((criterion) => criterion.id === id);
  const hints = asked ? ladderFor(asked, facts) : [];
  if (hints.length === 0) return undefined;
  const { hints: counted, hintsRead } = session.$work.get();
  // Work of before has counted them only.
  const read = hintsRead?.[id];
  const taken = read ? hints.findLastIndex((hint) => read.includes(hint)) + 1 : (counted[id] ?? 0);
  const list = element("ol", { class: "ladder", "aria-label": `Hints for: ${title}` });
  hints.forEach((hint, at) => {
    if (at < taken) list.append(element("li", { class: "taken" }, saidSpan(hint)));
    else if (at === taken) {
      const button = element("button", { class: "button small", type: "button" }, `Take hint ${at + 1}`);
      button.addEventListener("click", () => {
        session.takeHint(id, hint);
        redraw();
      });
      list.append(element("li", {}, element("span", {}, button)));
    } else if (at === hints.length - 1)
      list.append(element("li", { class: "later" }, element("span", {}, "shows the answer")));
    else list.append(element("li", { class: "later" }, element("span", {}, "comes after that")));
  });
  return list;
};
const saidSpan = (text: string): HTMLElement => element("span", {}, ...saidText(text));

const inside = (
  session: Session,
  verdict: Verdict,
  go: (place: Place) => void,
  redraw: () => void,
): HTMLElement => {
  const { message, cause, evidence, because, outcome } = verdict;
  const box = element("div", { class: "in" });
  if (message !== "") box.append(element("p", {}, ...saidText(message, cause ?? undefined, go)));
  if (evidence.length > 0)
    box.append(
      element(
        "ol",
        { class: "ev", "aria-label": "Evidence" },
        ...evidence.map(({ text, state, reason }) => {
          const said = reason ?? state ?? "";
          return element(
            "li",
            {},
            element("span", { title: text }, text),
            element("b", { class: stateClass(state), title: said }, said),
          );
        }),
      ),
    );
  if (because !== "" && outcome !== "blocked")
    box.append(
      element("p", { class: "why" }, element("b", {}, "Why it matters."), " ", ...saidText(because)),
    );
  if (outcome === "fail") {
    const hints = ladder(session, verdict, redraw);
    if (hints) box.append(hints);
  }
  return box;
};

/** What a check found, as it is read out. */
const inWords = ({ criteria }: Report): string => {
  const open = criteria.filter(({ outcome }) => outcome !== "pass");
  const first = open.find(({ outcome }) => outcome === "fail") ?? open[0];
  if (!first) return "All of it holds.";
  const more = open.length === 1 ? "" : ` And ${open.length - 1} more.`;
  return `${outcomes[first.outcome].said}: ${first.title}. ${first.message}${more}`;
};

/** Lists the criteria with what the last check said. The first failure is open; a line that is named is a button that goes there. */
export const mountChecks = (
  session: Session,
  list: HTMLElement,
  score: HTMLElement,
  said: HTMLElement,
  next: HTMLElement | undefined,
  go: (place: Place) => void,
  showSolution: () => void,
): void => {
  const before = [...list.children];
  const worth = score.textContent;
  const open = new Set<string>();
  let shown: unknown;
  const button = element(
    "button",
    { class: "button quiet small", type: "button" },
    "Compare with the solution",
  );
  button.addEventListener("click", showSolution);
  const answer = element("p", { class: "answer" }, button);
  const draw = (): void => {
    const result = session.$result.get();
    if (!result) {
      list.replaceChildren(...before);
      score.replaceChildren(worth);
      shown = undefined;
      return;
    }
    const { report, stale } = result;
    const fresh = shown !== report;
    if (fresh) {
      shown = report;
      open.clear();
      const first =
        report.criteria.find(({ outcome }) => outcome === "fail") ??
        report.criteria.find(({ outcome }) => outcome === "inconclusive");
      if (first) open.add(first.id);
    }
    const focused = list.contains(document.activeElement)
      ? list.querySelector("details:focus-within")?.getAttribute("data-id")
      : undefined;
    const rows: HTMLElement[] = [];
    if (stale)
      rows.push(
        element(
          "p",
          { class: "told" },
          "You have changed something since. Check again to see where you are.",
        ),
      );
    else if (isSolved(session.lesson, report))
      rows.push(
        element(
          "div",
          { class: "solved" },
          element("b", {}, "All of it holds."),
          ...(session.$mark.get() === "seen"
            ? [element("span", {}, "You had seen the solution, so the lesson is marked as seen.")]
            : []),
          ...(next ? [next] : []),
        ),
      );
    else if (report.status === "needsReview")
      rows.push(
        element(
          "p",
          { class: "told" },
          "Something here is more than Drydock can judge. What it could not judge costs you nothing.",
        ),
      );
    for (const note of report.notes) rows.push(element("p", { class: "told" }, ...saidText(note)));
    for (const verdict of report.criteria) {
      const { dot, said } = outcomes[verdict.outcome];
      const row = element(
        "details",
        { class: "crit", "data-id": verdict.id },
        element(
          "summary",
          {},
          element("span", { class: dot, role: "img", "aria-label": said }),
          element("span", {}, ...saidText(verdict.title)),
          element(
            "span",
            { class: "pts" },
            verdict.maximum === 0 ? "" : `${verdict.points} / ${verdict.maximum}`,
          ),
        ),
        inside(session, verdict, go, draw),
      ) as HTMLDetailsElement;
      row.open = open.has(verdict.id);
      row.addEventListener("toggle", () => {
        if (row.open) open.add(verdict.id);
        else open.delete(verdict.id);
      });
      rows.push(row);
    }
    if (!isSolved(session.lesson, report)) rows.push(answer);
    list.replaceChildren(...rows);
    if (focused) {
      const row = list.querySelector(`[data-id="${CSS.escape(focused)}"]`);
      (
        row?.querySelector<HTMLElement>(".ladder button") ?? row?.querySelector<HTMLElement>("summary")
      )?.focus();
    }
    // What could not be graded is no zero.
    if (report.status === "error") score.replaceChildren("No score");
    else score.replaceChildren(element("b", {}, String(report.points)), ` of ${report.maximum} points`);
    if (fresh) said.replaceChildren(`${score.textContent}. ${inWords(report)}`);
  };
  session.$result.subscribe(draw);
};
