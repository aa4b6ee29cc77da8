import type { BuildRequest } from "../request.ts";
import type { BuildResult, Vertex } from "../result.ts";
import { errorText, failureTail, warningList, warningText } from "./plain.ts";

/** Bytes for a terminal, and when they are written: simulated milliseconds since the command began. */
export interface TtyFrame {
  readonly at: number;
  readonly text: string;
}

const BLUE = "\u001B[34m";
const RED = "\u001B[31m";
const DIM = "\u001B[2m";
const RESET = "\u001B[0m";
const HIDE = "\u001B[?25l";
const SHOW = "\u001B[?25h";
const UP = "\u001B[1A";
const START = "\u001B[0G";
/** Lines of a running step's output that are shown below it. */
const TAIL = 6;
/** A moving screen is drawn this often. */
const TICK = 150;
const DRIVER = "docker:default";

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)}s`;

/** Text at the left, a time at the right, as wide as the terminal; too long a text is cut. */
function row(text: string, time: string, columns: number): string {
  const width = columns - time.length - 3;
  return `${text.slice(0, width).padEnd(width)}  ${time}\r\n`;
}

interface Moment {
  readonly at: number;
  readonly columns: number;
  readonly warnings: readonly string[];
}

const endOf = ({ begin = 0, duration }: Vertex): number => begin + duration;

function colour({ status }: Vertex, over: boolean): string {
  if (!over) return "";
  return status === "ERROR" ? RED : BLUE;
}

/** A vertex with what is shown below it. */
function vertexRows(vertex: Vertex, { at, columns, warnings }: Moment): string[] {
  const { begin = 0, status, name, log, step } = vertex;
  const over = at >= endOf(vertex);
  const paint = colour(vertex, over);
  const mark = over && status !== "DONE" ? `${status} ` : "";
  const close = paint === "" ? "" : RESET;
  const rows = [
    paint + row(` => ${mark}${name}`, seconds(Math.min(at, endOf(vertex)) - begin), columns) + close,
  ];
  if (step && !over) {
    const lines = log.filter((line) => begin + line.at <= at).slice(-TAIL);
    rows.push(
      ...lines.map(({ text }) => `${DIM}${` => => # ${text}`.slice(0, columns).padEnd(columns)}\r\n${RESET}`),
    );
  }
  if (!step && over) {
    const lines = log.map(({ text }) => text.replace(/( \d+\.\d+s)? done$/, ""));
    rows.push(...lines.map((text) => `${BLUE}${row(` => => ${text}`, "0.0s", columns)}${RESET}`));
    rows.push(...warnings.map((text) => row(` => WARN: ${text}`, "0.0s", columns)));
  }
  return rows;
}

function screen(result: BuildResult, at: number, columns: number, last: boolean): string[] {
  const begun = result.vertices.filter(({ begin = 0 }) => begin <= at);
  const over = begun.filter((vertex) => at >= endOf(vertex)).length;
  const count = `(${over}/${Math.max(begun.length, 1)})${last ? " FINISHED" : ""}`;
  const title = `[+] Building ${seconds(at)} ${count}`;
  // The live view has room for one; all of them come after it.
  const warnings = result.warnings.slice(0, 1).map(warningText);
  const rows = begun.flatMap((vertex, i) =>
    vertexRows(vertex, { at, columns, warnings: i === 0 ? warnings : [] }),
  );
  return [`${title.padEnd(columns - DRIVER.length - 1)}${DRIVER}\r\n`, ...rows];
}

/**
 * What `docker build` draws on a terminal, as it draws it (recordings tty/build-ok, tty/build-fail, tty/build-warn): the
 * list of vertices is drawn again and again over itself, then come warnings and the error.
 */
export function ttyFrames(
  result: BuildResult,
  request: Pick<BuildRequest, "dockerfile">,
  columns = 80,
): readonly TtyFrame[] {
  const end = Math.max(0, ...result.vertices.map(endOf));
  const frames: TtyFrame[] = [];
  let drawn = 1;
  const draw = (at: number, last: boolean): void => {
    const rows = screen(result, at, columns, last);
    const back = frames.length === 0 ? `${UP}\u001B[1B` : UP.repeat(drawn);
    const left = Math.max(0, drawn - rows.length);
    const erased = left > 0 ? `${`${" ".repeat(columns)}\r\n`.repeat(left)}\u001B[${left}A${START}` : "";
    frames.push({ at, text: `${back}${START}${HIDE}${rows.join("")}${erased}${SHOW}` });
    drawn = rows.length;
  };
  for (let at = 0; at < end && frames.length < 2000; at += TICK) draw(at, false);
  draw(end, true);
  const failed = result.vertices.find(({ status }) => status === "ERROR");
  const rest = [
    failed ? failureTail(failed) : "",
    result.warnings.length > 0 ? warningList(result.warnings) : "",
    errorText(result, request),
  ].join("");
  if (rest !== "") frames.push({ at: end, text: rest.replaceAll("\n", "\r\n") });
  return frames;
}
