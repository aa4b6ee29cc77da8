/** Editors that people start in a terminal; here the editor beside it opens. */
const EDITORS = /^\s*(?:nano|vi|vim|nvim|emacs|code|edit)\s+(?!-)([\w./@+-]+)\s*$/;

/**
 * The file of the lesson's folder that a line wants to edit; undefined for any other line. The prompt says where the shell stands.
 */
export const editorLine = (line: string, prompt: string): string | undefined => {
  const typed = EDITORS.exec(line)?.[1];
  const folder = /^~\/app(\/\S*)? \$ $/.exec(prompt);
  if (typed === undefined || typed.startsWith("/") || !folder) return undefined;
  const parts: string[] = [];
  for (const part of `${folder[1] ?? ""}/${typed}`.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.length === 0 || typed.endsWith("/") ? undefined : parts.join("/");
};
