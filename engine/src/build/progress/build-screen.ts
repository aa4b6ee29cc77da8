import { cells, cutCells, padCells } from "./cells.ts";
import type { Job, LiveBuild } from "./live-build.ts";
import { WINDOW_LINES } from "./log-window.ts";

const BLUE = "\u001B[34m";
const RED = "\u001B[31m";
const YELLOW = "\u001B[33m";
const DIM = "\u001B[2m";
const RESET = "\u001B[0m";
const COLOUR: Readonly<Record<Job["how"], string>> = { run: BLUE, error: RED, cancel: YELLOW };

const PREFIX = " => ";
const DRIVER = "docker:default";
/** A name that gets less room than this is not shown at all. */
const LEAST = 12;

export interface Moment {
  /** Simulated milliseconds since the build began. */
  readonly now: number;
  readonly columns: number;
  readonly rows: number;
  /** It is the last one: everything is shown, whether it fits or not. */
  readonly last: boolean;
}

/**
 * The lines of the live view at one moment, each with its line end, the title first (moby/buildkit, progressui/display.go).
 *
 * All but the title are one cell narrower than the terminal. While the build runs there are so many that none scrolls away: what
 * has ended goes first, from the top.
 */
export function buildScreen(live: LiveBuild, moment: Moment): string[] {
  const { columns, rows, last } = moment;
  const jobs = live.jobs(moment.now);
  const open = windowsOf(jobs, rows);
  const hidden = [...open].reduce((sum, { window }) => sum + (window?.lines.length ?? 0), 0);
  const shown = last ? jobs : fitting(jobs, rows - 2 - hidden);
  return [titleOf(live, moment), ...shown.flatMap((job) => rowsOf(job, columns, open.has(job)))];
}

function titleOf({ known, completed }: LiveBuild, { now, columns, last }: Moment): string {
  const status = last && completed > 0 && completed === known ? "FINISHED" : "";
  const text = `[+] Building ${(now / 1000).toFixed(1)}s (${completed}/${known}) ${status}`;
  return `${cutCells(`${padCells(text, columns - DRIVER.length - 2)} ${DRIVER}`, columns)}\r\n`;
}

/** Which steps show their output: the busiest first, as long as there is room for whole windows. */
function windowsOf(jobs: readonly Job[], rows: number): ReadonlySet<Job> {
  let room = rows - 2 - jobs.filter(({ over }) => !over).length;
  const weight = ({ window }: Job): number => (window ? window.written + window.shown * 50 : 0);
  const open = new Set<Job>();
  const candidates = jobs.filter(({ window }) => (window?.written ?? 0) > 0);
  for (const job of candidates.toSorted((a, b) => weight(b) - weight(a))) {
    if (room <= WINDOW_LINES + 3) break;
    room -= WINDOW_LINES + 3;
    open.add(job);
  }
  return open;
}

/** The last of them; what still runs and would be cut stands first instead of what is over. */
function fitting(jobs: readonly Job[], limit: number): readonly Job[] {
  if (limit < 0) return [];
  if (jobs.length <= limit) return jobs;
  const cut = jobs.length - limit;
  const running = jobs.slice(0, cut).filter(({ over }) => !over);
  let wanted = running.length;
  const kept = jobs.slice(cut).filter(({ over }) => !over || wanted-- <= 0);
  const free = limit - kept.length;
  return [...running.slice(running.length - free), ...kept];
}

function rowsOf(job: Job, columns: number, open: boolean): string[] {
  const { milliseconds } = job;
  const time = `${(milliseconds < 50 ? 0 : milliseconds / 1000).toFixed(1)}s`;
  const room = columns - PREFIX.length - time.length - 3;
  const sized = job.size !== "" && room + job.size.length > 20;
  const left = sized ? room - job.size.length - 1 : room;
  if (left < LEAST) return [];
  const text = PREFIX + cutBytes(job.name, left) + (sized ? ` ${job.size}` : "");
  const line = `${padCells(text, columns - time.length - 3)}  ${time}\r\n`;
  const rows = [job.over ? COLOUR[job.how] + line + RESET : line];
  if (!open || !job.window) return rows;
  job.window.shown++;
  const width = columns - 1;
  const lines = job.window.lines.map((each) => padCells(cutCells(`${PREFIX}=> # ${each}`, width), width));
  return [...rows, ...lines.map((each) => `${DIM}${each}\r\n${RESET}`)];
}

const encoder = new TextEncoder();

/** Go cuts at a number of bytes; a character that would be cut goes as a whole. */
function cutBytes(text: string, bytes: number): string {
  if (cells(text) === text.length && text.length <= bytes && encoder.encode(text).length <= bytes)
    return text;
  let room = bytes;
  let kept = "";
  for (const character of text) {
    room -= encoder.encode(character).length;
    if (room < 0) break;
    kept += character;
  }
  return kept;
}
