import type { BuildRequest } from "../request.ts";
import type { BuildResult, BuildWarning, LogLine, Vertex } from "../result.ts";
import { brokenRepository } from "./broken-repository.ts";
import { sourceFrame } from "./source-frame.ts";
import { warningLine } from "./warning-line.ts";

/** Lines of a failed step that are told again at the end. */
const TAIL = 10;
const YELLOW = "\u001B[33m";
const RESET = "\u001B[0m";

/** What buildx says where it cannot read the commit that is built (recordings build/ignore/…). */
const NO_COMMIT =
  "WARNING: current commit information was not captured by the build: failed to read current commit information with git rev-parse --is-inside-work-tree\n";

const seconds = (milliseconds: number, digits: number): string => (milliseconds / 1000).toFixed(digits);

/** Output of a program carries the time since its step began; what BuildKit itself says does not. */
const logText = ({ step }: Vertex, { at, text }: LogLine): string =>
  step ? `${seconds(at, at < 10_000 ? 3 : at < 100_000 ? 2 : 1)} ${text}` : text;

function ending({ status, error, duration }: Vertex): string {
  if (status === "CACHED" || status === "CANCELED") return status;
  if (status === "ERROR") return `ERROR: ${error ?? ""}`;
  return `${status} ${seconds(duration, 1)}s`;
}

function block(vertex: Vertex, number: number, warnings: readonly BuildWarning[]): string {
  const lines = [
    vertex.name,
    ...vertex.log.map((line) => logText(vertex, line)),
    ...new Set(warnings.map((warning) => `WARN: ${warningLine(warning)}`)),
    ending(vertex),
  ];
  return lines.map((line) => `#${number} ${line}\n`).join("");
}

/** What a failed step wrote last; on a terminal, where it has scrolled away, all of it. */
export function failureTail(vertex: Vertex, lines: number = TAIL): string {
  // What BuildKit reports of its own work is no log.
  if (!vertex.step) return `------\n > ${vertex.name}:\n------\n`;
  const last = vertex.log.at(-1);
  // buildx keeps its place for a line that is still open: the lines that came with it are lost, and its end counts as one more.
  const kept = last?.open ? vertex.log.filter((line) => line === last || line.at < last.at) : vertex.log;
  const told = kept.slice(-lines).map((line) => `${logText(vertex, line)}\n`);
  if (last?.open) told.push("\n");
  return `------\n > ${vertex.name}:\n${told.join("")}------\n`;
}

/** What is said twice of one line stands here once; `--check` tells it twice [measured on Docker 28.5.2]. */
function warningList(warnings: readonly BuildWarning[]): string {
  const list = [...new Set(warnings.map((warning) => ` - ${warningLine(warning)}\n`))];
  const count = `${list.length} warning${list.length === 1 ? "" : "s"}`;
  return `\n ${YELLOW}${count} found (use docker --debug to expand):\n${RESET}${list.join("")}`;
}

/** How a failed build ends: the lines of the Dockerfile it stopped at, and the error. */
function errorText(result: BuildResult, request: Pick<BuildRequest, "dockerfile">): string {
  const { error } = result;
  if (!error) return "";
  const { name, text } = request.dockerfile;
  const place = error.told ?? error.range;
  const places = error.frames ?? (place ? [place] : []);
  const frames = text === undefined ? [] : places.map((each) => sourceFrame(name, text, each));
  const solving = error.drydock || error.afterwards ? "" : "failed to solve: ";
  return `${frames.join("")}ERROR: failed to build: ${solving}${error.message}\n`;
}

/** The blocks of all vertices, and of a failed one the end of its log. Warnings stand in the first. */
export function vertexText({ vertices }: BuildResult, warnings: readonly BuildWarning[]): string {
  const blocks = vertices.map((vertex, i) => block(vertex, i + 1, i === 0 ? warnings : []));
  const failed = vertices.filter(({ status }) => status === "ERROR");
  const tails = failed.map((vertex) => failureTail(vertex));
  return `#0 building with "default" instance using docker driver\n\n${blocks.join("\n")}${tails.join("")}`;
}

/** What stands below the progress, plain or drawn. */
export const closingText = (result: BuildResult, request: BuildRequest): string =>
  [
    brokenRepository(request.context) ? NO_COMMIT : "",
    result.warnings.length > 0 ? warningList(result.warnings) : "",
    errorText(result, request),
  ].join("");

/** All that `docker build --progress=plain` writes to stderr (recordings build/…, cli docker build). */
export const plainProgress = (result: BuildResult, request: BuildRequest): string =>
  vertexText(result, result.warnings) + closingText(result, request);
