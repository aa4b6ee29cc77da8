import type { Shell } from "../interpreter/shell.ts";
import type { PatternStyle } from "./pattern.ts";

/** How this shell reads patterns outside of file names. */
export const patternStyle = (shell: Shell): PatternStyle => ({
  extended: shell.options.has("extglob"),
  ignoreCase: shell.options.has("nocasematch"),
});
