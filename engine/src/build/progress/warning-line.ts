import type { BuildWarning } from "../result.ts";

/** A warning in one line, as the progress of a build tells it. */
export const warningLine = ({ rule, message, range }: BuildWarning): string =>
  `${rule}: ${message} (line ${range.start.line})`;
