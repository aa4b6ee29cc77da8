import type { Terminal } from "@xterm/xterm";

/** Escape and then Tab leaves the terminal, so that the keyboard is never caught in it. */
export const letKeyboardLeave = (terminal: Terminal): void => {
  let leaving = false;
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== "keydown") return true;
    if (event.key === "Tab" && leaving) return false;
    if (event.key === "Tab" && event.shiftKey) return false;
    leaving = event.key === "Escape";
    return !((event.ctrlKey || event.metaKey) && event.key === "Enter");
  });
  terminal.textarea?.addEventListener("blur", () => {
    leaving = false;
  });
};
