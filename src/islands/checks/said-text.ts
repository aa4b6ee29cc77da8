import type { Place } from "../editor/mounted-editor.ts";
import { element } from "./element.ts";

/**
 * A sentence of a verdict as nodes: what stands in backquotes becomes code, and the line that is blamed a button that
 * goes there. A cause whose line the sentence does not name gets a button at its end.
 */
export const saidText = (
  text: string,
  cause?: Place,
  go?: (place: Place) => void,
): readonly (Node | string)[] => {
  const button = (words: string): HTMLElement => {
    const made = element("button", { class: "linelink", type: "button" }, words);
    made.addEventListener("click", () => {
      if (cause) go?.(cause);
    });
    return made;
  };
  const line = cause?.range.start.line;
  let linked = false;
  const nodes = text.split(/(`[^`]+`)/).flatMap((piece): (Node | string)[] => {
    if (piece.startsWith("`") && piece.length > 2) return [element("code", {}, piece.slice(1, -1))];
    const at = line === undefined || linked ? -1 : piece.search(new RegExp(`\\bline ${line}\\b`));
    if (at < 0) return [piece];
    linked = true;
    const words = `line ${line}`;
    return [piece.slice(0, at), button(words), piece.slice(at + words.length)];
  });
  if (cause && line !== undefined && !linked) nodes.push(" ", button(`${cause.file}, line ${line}`));
  return nodes;
};
