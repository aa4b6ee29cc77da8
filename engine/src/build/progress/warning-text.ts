import type { BuildWarning } from "../result.ts";
import { sourceFrame } from "./source-frame.ts";

/** One finding as `docker build --check` prints it: rule and page, words, and the lines around it. */
export const warningText = (
  name: string,
  text: string,
  { rule, url, message, range }: BuildWarning,
): string => `WARNING: ${rule} - ${url}\n${message}\n${sourceFrame(name, text, range)}`;
