import type { Ran } from "../../session/machine/machine.ts";
import type { Session } from "../../session/session.ts";

/** The terminal as an ordinary log with an ordinary field below it: for screen readers, and for phones. */
export const mountPlainLog = (session: Session, run: (line: string) => void): HTMLElement => {
  const box = document.createElement("div");
  box.style.cssText = "display:flex;flex-direction:column;flex:1;min-height:0";
  const log = document.createElement("div");
  log.className = "log";
  log.role = "log";
  log.tabIndex = 0;
  log.setAttribute("aria-label", "Terminal output");
  const form = document.createElement("form");
  form.className = "ask";
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.id = "plain-command";
  field.autocomplete = "off";
  field.autocapitalize = "off";
  field.spellcheck = false;
  label.htmlFor = field.id;
  const button = document.createElement("button");
  button.className = "button small";
  button.textContent = "Run";
  form.append(label, field, button);
  box.append(log, form);

  /** A command that asks for something stands at the end, with what it has said so far. */
  const open = document.createElement("span");
  const text = ({ prompt, line, output }: Ran): string => {
    const said = output.map((piece) => piece.text).join("");
    return `${prompt}${line}\n${said}${said === "" || said.endsWith("\n") ? "" : "\n"}`;
  };
  let shown: readonly Ran[] = [];
  const show = (all: readonly Ran[]): void => {
    if (shown.some((ran, at) => all[at] !== ran)) {
      log.textContent = "";
      shown = [];
    }
    for (const ran of all.slice(shown.length)) log.append(text(ran));
    shown = all;
    log.append(open);
    log.scrollTop = log.scrollHeight;
  };
  session.$log.subscribe((all) => show(all));
  session.$asking.subscribe((asking) => {
    open.textContent = asking ? text(asking.ran) : "";
    label.textContent = asking ? "Answer" : "Command";
    field.type = asking?.ran.wants === "secret" ? "password" : "text";
    log.scrollTop = log.scrollHeight;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const line = field.value;
    field.value = "";
    const asking = session.$asking.get();
    if (asking) asking.reply(`${line}\n`);
    else if (line.trim() !== "") run(line);
  });
  return box;
};
