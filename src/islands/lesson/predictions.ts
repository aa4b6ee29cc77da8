import type { Verdict } from "@drydock/grader";
import type { Session } from "../../session/session.ts";
import { saidText } from "../checks/said-text.ts";

/** What stands beside a choice once the build has answered. */
const saidOf = (state: string, correct: boolean): string => {
  if (correct) return "right";
  if (state === "cached") return "it was CACHED";
  if (state === "rerun") return "it ran";
  if (state === "sent") return "it is sent";
  return state === "left out" ? "it is left out" : `it is ${state}`;
};

const mount = (session: Session, form: HTMLFormElement): void => {
  const id = form.dataset["predict"] ?? "";
  const inputs = [...form.querySelectorAll("input")];
  const button = form.querySelector("button");
  const output = form.querySelector("output");
  const many = form.dataset["ask"] === "cached-steps" || form.dataset["ask"] === "context-files";
  let shown: unknown;

  const answer = (): unknown => {
    if (!many) {
      const chosen = inputs.find(({ type, checked }) => type === "number" || checked);
      return chosen?.type === "number" ? Number(chosen.value) : chosen?.value;
    }
    return inputs.filter(({ checked }) => checked).map(({ value }) => value);
  };
  const say = ({ message, because, evidence, outcome }: Verdict): void => {
    const labels = [...form.querySelectorAll<HTMLElement>("label")];
    evidence.forEach(({ state = "", reason }, at) => {
      const beside = labels[at]?.querySelector(".said");
      const correct = reason === "predicted";
      beside?.replaceChildren(saidOf(state ?? "", correct));
      beside?.classList.toggle("ok-text", correct);
      beside?.classList.toggle("miss-text", !correct);
    });
    output?.replaceChildren(
      ...saidText(outcome === "pass" || because === "" ? message : `${message} ${because}`),
    );
  };
  /** Shows what was committed, or an empty question. */
  const draw = async (): Promise<void> => {
    const given = session.$work.get().answers[id];
    if (given === shown) return;
    shown = given;
    const open = given === undefined;
    const values = new Set((Array.isArray(given) ? given : [given]).map(String));
    for (const input of inputs) {
      input.disabled = !open;
      if (input.type === "number") input.value = typeof given === "number" ? String(given) : "";
      else input.checked = !open && values.has(input.value);
    }
    if (button) button.hidden = !open;
    for (const beside of form.querySelectorAll(".said")) beside.replaceChildren();
    output?.replaceChildren();
    if (open) return;
    const verdict = await session.judge(id);
    if (verdict && session.$work.get().answers[id] === given) say(verdict);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = answer();
    if (given === undefined) {
      output?.replaceChildren("Choose one first.");
      return;
    }
    session.answer(id, given);
  });
  session.$work.subscribe(() => void draw());
};

/** The predictions in the text: once somebody has committed to one, the build answers, and it stays until the lesson is reset. */
export const mountPredictions = (session: Session): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>("[data-predict]")) mount(session, form);
};
