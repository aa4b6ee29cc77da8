import { seconds, size } from "../../session/facts/amounts.ts";
import type { LineFacts } from "../../session/facts/line-facts.ts";
import type { Session } from "../../session/session.ts";
import type { MonacoEditor } from "./mount-editor.ts";
import { textOf } from "../../session/facts/text-of.ts";

const classes: Readonly<Partial<Record<LineFacts["state"], string>>> = {
  cached: "hit",
  "first-miss": "bad",
  again: "drag",
  failed: "bad",
};

const words = ({ state, cost, duration }: LineFacts): string => {
  switch (state) {
    case "base":
      return "base";
    case "cached":
      return "CACHED";
    case "first-miss":
      return '<span class="chip miss">first miss</span>';
    case "again":
      return `${seconds(cost)} again`;
    case "ran":
      return seconds(duration);
    case "failed":
      return '<span class="chip miss">failed</span>';
    case "not-reached":
      return "not reached";
  }
};

/** Beside each line of the Dockerfile, what it did in the last build: its layer's size, and whether it ran. Gone once the text is another one. */
export const mountLineColumn = (session: Session, editor: MonacoEditor, column: HTMLElement): void => {
  const head = column.querySelector(".head");
  const tint = editor.instance.createDecorationsCollection();
  let built: { readonly text: string; readonly lines: readonly LineFacts[] } | undefined;
  let tinted: typeof built;
  const draw = (): void => {
    const model = editor.instance.getModel();
    const current =
      built && model?.getLanguageId() === "dockerfile" && model.getValue() === built.text ? built : undefined;
    const top = editor.instance.getScrollTop();
    const rows = current
      ? current.lines.map((fact) => {
          const y = editor.instance.getTopForLineNumber(fact.line) - top;
          return `<div class="l ${classes[fact.state] ?? ""}" style="top:${y}px"><span>${fact.bytes === undefined ? "" : size(fact.bytes)}</span><span>${words(fact)}</span></div>`;
        })
      : [];
    column.toggleAttribute("data-empty", rows.length === 0);
    column.innerHTML = rows.join("");
    if (head) column.prepend(head);
    column.style.visibility = model?.getLanguageId() === "dockerfile" ? "visible" : "hidden";
    if (tinted === current) return;
    tinted = current;
    const bad = current?.lines.filter(({ state }) => classes[state] === "bad") ?? [];
    tint.set(
      bad.map(({ line }) => ({
        range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
        options: { isWholeLine: true, className: "missed", marginClassName: "missed" },
      })),
    );
  };
  session.$build.subscribe((build) => {
    const text = textOf(session.$log.get().at(-1)?.files ?? session.$work.get().files, "Dockerfile");
    built = build && text !== undefined ? { text, lines: build.lines } : undefined;
    draw();
  });
  editor.instance.onDidScrollChange(draw);
  editor.instance.onDidChangeModelContent(draw);
  editor.instance.onDidChangeModel(draw);
  editor.instance.onDidLayoutChange(draw);
};
