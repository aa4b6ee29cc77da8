import type { BuildRequest } from "../request.ts";
import type { BuildResult, BuildWarning, LogLine, Vertex } from "../result.ts";
import { brokenRepository } from "./broken-repository.ts";
import { sourceFrame } from "./source-frame.ts";

/** Lines of a failed step that are told again at the end. */
const TAIL = 10;
const YELLOW = "\u001B[33m";
const RESET = "\u001B[0m";

/** What buildx says where it cannot read the commit that is built (recordings build/ignore/…). */
const NO_COMMIT =
  "WARNING: current commit information was not captured by the build: failed to read current commit information with git rev-parse --is-inside-work-tree\n";

const seconds = (milliseconds: number, digits: number): string => (milliseconds / 1000).toFixed(digits);

export const warningText = ({ rule, message, range }: BuildWarning): string =>
  `${rule}: ${message} (line ${range.start.line})`;

/** Output of a program carries the time since its step began; what BuildKit itself says does not. */
const logText = ({ step }: Vertex, { at, text }: LogLine): string =>
  step ? `${seconds(at, 3)} ${text}` : text;

function ending({ status, error, duration }: Vertex): string {
  if (status === "CACHED" || status === "CANCELED") return status;
  if (status === "ERROR") return `ERROR: ${error ?? ""}`;
  return `${status} ${seconds(duration, 1)}s`;
}

function block(vertex: Vertex, number: number, warnings: readonly BuildWarning[]): string {
  const lines = [
    vertex.name,
    ...vertex.log.map((line) => logText(vertex, line)),
    ...warnings.map((warning) => `WARN: ${warningText(warning)}`),
    ending(vertex),
  ];
  return lines.map((line) => `#${number} ${line}\n`).join("");
}

export function failureTail(vertex: Vertex): string {
  const lines = vertex.log.slice(-TAIL).map((line) => `${logText(vertex, line)}\n`);
  return `------\n > ${vertex.name}:\n${lines.join("")}------\n`;
}

export function warningList(warnings: readonly BuildWarning[]): string {
  const count = `${warnings.length} warning${warnings.length === 1 ? "" : "s"}`;
  const list = warnings.map((warning) => ` - ${warningText(warning)}\n`);
  return `\n ${YELLOW}${count} found (use docker --debug to expand):\n${RESET}${list.join("")}`;
}

/** How a failed build ends: the lines of the Dockerfile it stopped at, and the error. */
export function errorText(result: BuildResult, request: Pick<BuildRequest, "dockerfile">): string {
  const { error } = result;
  if (!error) return "";
  const { name, text } = request.dockerfile;
  const place = error.told ?? error.range;
  const frame = place && text !== undefined ? sourceFrame(name, text, place) : "";
  const solving = error.drydock ? "" : "failed to solve: ";
  return `${frame}ERROR: failed to build: ${solving}${error.message}\n`;
}

/** The blocks of all vertices, and of a failed one the end of its log. Warnings stand in the first. */
export function vertexText({ vertices }: BuildResult, warnings: readonly BuildWarning[]): string {
  const blocks = vertices.map((vertex, i) => block(vertex, i + 1, i === 0 ? warnings : []));
  const failed = vertices.find(({ status }) => status === "ERROR");
  return `#0 building with "default" instance using docker driver\n\n${blocks.join("\n")}${failed ? failureTail(failed) : ""}`;
}

/** All that `docker build --progress=plain` writes to stderr (recordings build/…, cli docker build). */
export function plainProgress(result: BuildResult, request: BuildRequest): string {
  const { warnings } = result;
  return [
    vertexText(result, warnings),
    brokenRepository(request.context) ? NO_COMMIT : "",
    warnings.length > 0 ? warningList(warnings) : "",
    errorText(result, request),
  ].join("");
}
