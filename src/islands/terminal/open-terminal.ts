import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import "@xterm/xterm/css/xterm.css";
import { terminalTheme } from "./theme.ts";

/** A terminal in the page's colours and font, and what fits it to its place. The colours follow the page's. */
export const openTerminal = (
  screen: HTMLElement,
): { readonly terminal: Terminal; readonly fit: FitAddon } => {
  const terminal = new Terminal({
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--font-code"),
    fontSize: 12.5,
    lineHeight: 1.35,
    theme: terminalTheme(),
    cursorBlink: false,
    scrollback: 5000,
    screenReaderMode: true,
    convertEol: false,
    minimumContrastRatio: 4.5,
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(screen);
  const recolour = (): void => {
    terminal.options.theme = terminalTheme();
  };
  document.addEventListener("drydock:theme", recolour);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  terminal.textarea?.setAttribute("aria-label", "Terminal. Escape and then Tab leaves it.");
  return { terminal, fit };
};
