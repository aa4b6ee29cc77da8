import type { Session } from "../../session/session.ts";
import { monaco } from "./monaco.ts";

/** Marks the lines that the last check blames, its words on hover, until something changes. */
export const markVerdict = (
  session: Session,
  instance: monaco.editor.IStandaloneCodeEditor,
  shown: () => string,
): void => {
  const marks = instance.createDecorationsCollection();
  const draw = (): void => {
    const result = session.$result.get();
    const blamed = !result || result.stale ? [] : result.report.criteria;
    marks.set(
      blamed.flatMap(({ outcome, title, message, cause }) =>
        outcome === "fail" && cause?.file === shown()
          ? [
              {
                range: new monaco.Range(cause.range.start.line, 1, cause.range.start.line, 1),
                options: {
                  isWholeLine: true,
                  marginClassName: "judged",
                  hoverMessage: { value: `**${title}**\n\n${message}` },
                },
              },
            ]
          : [],
      ),
    );
  };
  session.$result.subscribe(draw);
  instance.onDidChangeModel(draw);
};
