import type { Report } from "../../report.ts";
import { exit, type ExitStatus } from "../exit-status.ts";

/** Of the points that could be decided. */
export const percent = ({ points, scoredMaximum }: Report): number =>
  scoredMaximum === 0 ? 100 : (points / scoredMaximum) * 100;

/** The exit status that a report asks for by itself. */
export const statusExit = ({ status }: Report): ExitStatus =>
  status === "error"
    ? exit.internal
    : status === "refused" || status === "ungradable"
      ? exit.notAllGraded
      : exit.graded;
