import type { LiveView, TerminalSize, TtyFrame } from "../../core/live-view.ts";
import type { BuildRequest } from "../request.ts";
import type { BuildResult } from "../result.ts";
import { buildScreen } from "./build-screen.ts";
import { LiveBuild } from "./live-build.ts";
import { closingText, failureTail } from "./plain.ts";
import { endOf, updatesOf } from "./updates.ts";

const HIDE = "\u001B[?25l";
const SHOW = "\u001B[?25h";
const UP = "\u001B[1A";
const DOWN = "\u001B[1B";
const START = "\u001B[0G";
/** The view is drawn this long after the last news, and again (moby/buildkit, progressui: tickerTimeout). */
const TICK = 150;
/** News are drawn at most this often (displayTimeout). */
const PAUSE = 100;
/** A long build is drawn less often: so many screens at most by the clock, and by news. */
const SCREENS = 400;

/** Draws the view over itself. */
class Display {
  readonly frames: TtyFrame[] = [];
  readonly #live: LiveBuild;
  readonly #size: TerminalSize;
  /** Lines below the title of the last screen. */
  #lines = 0;

  constructor(live: LiveBuild, size: TerminalSize) {
    this.#live = live;
    this.#size = size;
  }

  draw(now: number, last: boolean): void {
    const { columns } = this.#size;
    const rows = buildScreen(this.#live, { ...this.#size, now, last });
    const back = UP.repeat(this.#lines + 1) + (this.frames.length === 0 ? DOWN : "");
    const gone = Math.max(0, this.#lines - (rows.length - 1));
    const wiped = gone > 0 ? `${`${" ".repeat(columns)}\r\n`.repeat(gone)}\u001B[${gone}A${START}` : "";
    this.frames.push({ at: now, text: `${back}${START}${HIDE}${rows.join("")}${wiped}${SHOW}` });
    this.#lines = rows.length - 1;
  }
}

/** The view is drawn when something is new, but not too often, and by the clock. */
function framesOf(
  result: BuildResult,
  request: BuildRequest,
  size: TerminalSize,
  check: boolean,
): readonly TtyFrame[] {
  const end = endTime(result);
  const live = new LiveBuild(result, size.columns);
  const display = new Display(live, size);
  const tick = Math.max(TICK, end / SCREENS);
  const pause = Math.max(PAUSE, end / SCREENS);
  let drawn = Number.NEGATIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  for (const update of updatesOf(result)) {
    for (; next < update.at; next += tick) display.draw(next, false);
    live.take(update);
    next = update.at + tick;
    if (update.at - drawn < pause) continue;
    drawn = update.at;
    display.draw(update.at, false);
  }
  display.draw(end, true);
  const rest = closing(result, request, check);
  return rest === "" ? display.frames : [...display.frames, { at: end, text: rest }];
}

/** The screen when all is over, without a move of the cursor. */
function still(result: BuildResult, request: BuildRequest, columns: number, check: boolean): string {
  const live = new LiveBuild(result, columns);
  for (const update of updatesOf(result)) live.take(update);
  const moment = { now: endTime(result), columns, rows: Number.POSITIVE_INFINITY, last: true };
  return buildScreen(live, moment).join("") + closing(result, request, check);
}

/**
 * A build on a terminal (recordings tty/…): the list of what runs and ran is drawn over itself, then come the whole log of
 * what failed, warnings and the error. `check`: only the progress, a report follows.
 */
export function buildView(result: BuildResult, request: BuildRequest, check = false): LiveView {
  const told = check ? { ...result, warnings: [] } : result;
  return {
    frames: (size) => framesOf(told, request, size, check),
    still: (columns) => still(told, request, columns, check),
  };
}

const endTime = ({ vertices }: BuildResult): number => Math.max(0, ...vertices.map(endOf));

function closing(result: BuildResult, request: BuildRequest, check: boolean): string {
  const failed = result.vertices.filter(({ status }) => status === "ERROR");
  const logs = failed.map((vertex) => failureTail(vertex, Number.POSITIVE_INFINITY)).join("");
  return (logs + (check ? "" : closingText(result, request))).replaceAll("\n", "\r\n");
}
