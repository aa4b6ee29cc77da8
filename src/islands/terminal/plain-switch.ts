import type { Session } from "../../session/session.ts";
import { find } from "../lesson/find.ts";
import type { MountedTerminal } from "./mount-terminal.ts";

const KEY = "drydock:plain-terminal";

const wasPlain = (): boolean => {
  try {
    return localStorage.getItem(KEY) === "yes";
  } catch {
    // Storage is forbidden: it is chosen on each page.
    return false;
  }
};
const keepPlain = (on: boolean): void => {
  try {
    localStorage.setItem(KEY, on ? "yes" : "no");
  } catch {
    // It holds for this page.
  }
};

/** The button that shows the terminal as plain text and back. What was chosen holds for every lesson in this browser. */
export const mountPlainSwitch = (session: Session, terminal: () => Promise<MountedTerminal>): void => {
  const button = find("[data-plain]");
  const box = find("[data-terminal]");
  const show = async (on: boolean): Promise<HTMLElement> => {
    const [{ mountPlainLog }, mounted] = await Promise.all([import("./plain-log.ts"), terminal()]);
    const plain =
      box.querySelector<HTMLElement>(".plain") ?? mountPlainLog(session, (line) => void mounted.type(line));
    plain.classList.add("plain");
    box.append(plain);
    button.setAttribute("aria-pressed", String(on));
    plain.hidden = !on;
    find("[data-screen]").hidden = on;
    const log = plain.querySelector(".log");
    if (on) log?.scrollTo(0, log.scrollHeight);
    return plain;
  };
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    keepPlain(on);
    void show(on).then(async (plain) =>
      on ? plain.querySelector("input")?.focus() : (await terminal()).focus(),
    );
  });
  if (wasPlain()) void show(true);
};
