import { monaco } from "./monaco.ts";

/** Monaco's colours, from the page's own; made anew when the page changes them. */
export const applyTheme = (): void => {
  const style = getComputedStyle(document.documentElement);
  const get = (name: string): string => style.getPropertyValue(name).trim();
  const hex = (name: string): string => get(name).slice(1);
  const dark =
    style.colorScheme === "dark" ||
    (style.colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  monaco.editor.defineTheme("drydock", {
    base: dark ? "vs-dark" : "vs",
    inherit: false,
    rules: [
      { token: "", foreground: hex("--ink") },
      { token: "keyword", foreground: hex("--steel"), fontStyle: "bold" },
      { token: "string", foreground: hex("--starboard") },
      { token: "comment", foreground: hex("--ink-3") },
      { token: "variable", foreground: hex("--brass") },
      { token: "number", foreground: hex("--brass") },
      { token: "type", foreground: hex("--steel") },
      { token: "tag", foreground: hex("--steel") },
    ],
    colors: {
      "editor.background": get("--sheet"),
      "editor.foreground": get("--ink"),
      "editorLineNumber.foreground": get("--ink-3"),
      "editorLineNumber.activeForeground": get("--ink"),
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, get("--ink")]),
      ),
      "editorCursor.foreground": get("--ink"),
      "editor.selectionBackground": `${get("--plate-3")}55`,
      "editor.lineHighlightBackground": get("--hover"),
      "editorError.foreground": get("--port"),
      "editorWarning.foreground": get("--brass"),
      "editorInfo.foreground": get("--rule-strong"),
      "textLink.foreground": get("--steel"),
      "textLink.activeForeground": get("--steel"),
      "editorWidget.background": get("--sheet"),
      "editorWidget.border": get("--rule-strong"),
      "editorHoverWidget.background": get("--sheet"),
      "editorHoverWidget.border": get("--rule-strong"),
      "editorHoverWidget.foreground": get("--ink"),
      "input.background": get("--paper"),
      "input.foreground": get("--ink"),
      "input.border": get("--rule-strong"),
      focusBorder: get("--steel"),
      "quickInput.background": get("--sheet"),
      "quickInput.foreground": get("--ink"),
      "list.activeSelectionBackground": get("--steel-soft"),
      "list.activeSelectionForeground": get("--ink"),
      "list.focusBackground": get("--steel-soft"),
      "list.focusForeground": get("--ink"),
    },
  });
  monaco.editor.setTheme("drydock");
};
