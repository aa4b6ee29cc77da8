import type { ITheme } from "@xterm/xterm";

/** The terminal's colours, from the page's own. */
export const terminalTheme = (): ITheme => {
  const style = getComputedStyle(document.documentElement);
  const get = (name: string): string => style.getPropertyValue(name).trim();
  return {
    background: get("--well"),
    foreground: get("--ink"),
    cursor: get("--ink"),
    cursorAccent: get("--well"),
    selectionBackground: `${get("--plate-3")}66`,
    black: get("--ink"),
    brightBlack: get("--ink-3"),
    red: get("--port"),
    brightRed: get("--port"),
    green: get("--starboard"),
    brightGreen: get("--starboard"),
    yellow: get("--brass"),
    brightYellow: get("--brass"),
    blue: get("--steel"),
    brightBlue: get("--steel"),
    magenta: get("--brass"),
    brightMagenta: get("--brass"),
    cyan: get("--steel"),
    brightCyan: get("--steel"),
    white: get("--ink-2"),
    brightWhite: get("--ink"),
  };
};
