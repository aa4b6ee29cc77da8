import type { Session } from "../../session/session.ts";
import { element } from "../checks/element.ts";
import { colour } from "./colour.ts";
import { isDockerfile } from "./language-of.ts";
import type { MountedEditor, Told } from "./mounted-editor.ts";
import { problemsOf } from "./problems.ts";
import { editableFiles, textOf } from "../../session/facts/text-of.ts";

/** A plain field of text over its own coloured copy: for touch screens, whose keyboards and menus Monaco does not know. */
export const mountTouchEditor = (
  session: Session,
  host: HTMLElement,
  first: string,
  told: Told,
): MountedEditor => {
  const field = element("textarea", {
    class: "touch",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    wrap: "off",
  }) as HTMLTextAreaElement;
  const copy = element("pre", { class: "touch", "aria-hidden": "true" });
  host.append(copy, field);
  let shown = first;
  let blamed: number | undefined;

  const draw = (): void => {
    const text = field.value;
    const docker = isDockerfile(shown);
    const lines = docker
      ? colour(text)
      : text
          .replace(/\n$/, "")
          .split("\n")
          .map((line) => [{ text: line }]);
    copy.replaceChildren(
      ...lines.map((pieces, at) =>
        element(
          "span",
          at + 1 === blamed ? { class: "blamed" } : {},
          ...pieces.map((piece) =>
            "kind" in piece && piece.kind ? element("i", { class: piece.kind }, piece.text) : piece.text,
          ),
          pieces.length === 0 ? " " : "",
        ),
      ),
    );
    copy.scrollTo(field.scrollLeft, field.scrollTop);
    const problems = docker ? problemsOf(text) : [];
    told.lines(lines.length);
    told.problems(problems.map(({ message, range }) => ({ message, line: range.start.line })));
  };
  const show = (path: string): void => {
    shown = path;
    blamed = undefined;
    field.value = textOf(session.$work.get().files, path) ?? "";
    field.setAttribute("aria-label", path);
    draw();
  };
  field.addEventListener("input", () => {
    blamed = undefined;
    session.edit(shown, field.value);
    draw();
  });
  field.addEventListener("scroll", () => copy.scrollTo(field.scrollLeft, field.scrollTop));
  session.$work.listen(({ files }) => {
    const text = textOf(files, shown);
    if (text === undefined) show(editableFiles(files)[0] ?? "Dockerfile");
    else if (text !== field.value) show(shown);
  });
  show(first);

  return {
    show,
    reveal({ file, range }) {
      if (file !== shown) show(file);
      const start =
        field.value
          .split("\n")
          .slice(0, range.start.line - 1)
          .join("\n").length + (range.start.line > 1 ? 1 : 0);
      blamed = range.start.line;
      field.focus();
      field.setSelectionRange(start, start);
      draw();
    },
  };
};
