import type { Session } from "../../session/session.ts";
import { element } from "../checks/element.ts";
import { find } from "./find.ts";

/** Why a file cannot have that name, if it cannot. */
const wrongName = (name: string, files: Readonly<Record<string, unknown>>): string | undefined => {
  if (name === "") return "A file needs a name.";
  if (/[\\\0]|^\/|(?:^|\/)\.{1,2}(?:\/|$)|\/\/|\/$/.test(name) || name.length > 200)
    return "A name is a path below this folder, such as .dockerignore or src/app.py.";
  if (name in files) return "There is a file of that name.";
  if (Object.keys(files).some((path) => path.startsWith(`${name}/`) || name.startsWith(`${path}/`)))
    return "There is a folder or a file in the way.";
  return undefined;
};

/** "New file": asks for a name in place, makes an empty file and shows it. */
export const mountNewFile = (session: Session, show: (file: string) => void): void => {
  const button = find("[data-new-file]");
  const list = find("[data-files]");
  const close = (form: HTMLElement): void => {
    form.remove();
    button.hidden = false;
    button.focus();
  };
  button.addEventListener("click", () => {
    const field = element("input", {
      "aria-label": "Name of the new file",
      placeholder: ".dockerignore",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
    }) as HTMLInputElement;
    const form = element(
      "form",
      { class: "newfile" },
      field,
      element("button", { class: "button small" }, "Make it"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = field.value.trim();
      const wrong = wrongName(name, session.$work.get().files);
      field.setCustomValidity(wrong ?? "");
      if (wrong !== undefined) {
        field.reportValidity();
        return;
      }
      session.edit(name, "");
      close(form);
      show(name);
    });
    field.addEventListener("input", () => field.setCustomValidity(""));
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(form);
    });
    button.hidden = true;
    list.after(form);
    field.focus();
  });
};
