import type { BuildResult, LogLine, Vertex } from "../result.ts";

/** A part of a vertex's work that has a line of its own: `transferring context: 34B`. */
export interface Status {
  readonly name: string;
  /** How much was moved, as shown; empty where nothing is counted. */
  readonly size: string;
  readonly begin: number;
  readonly end: number;
}

/** One thing that the builder tells its client, at a simulated time since the build began. */
export type Update = { readonly at: number } & (
  | { readonly kind: "known"; readonly count: number }
  | { readonly kind: "begin" | "end" | "warning"; readonly vertex: Vertex }
  | { readonly kind: "status"; readonly vertex: Vertex; readonly status: Status }
  | {
      readonly kind: "log";
      readonly vertex: Vertex;
      readonly stream: LogLine["stream"];
      readonly text: string;
    }
);

/** What is looked at before anybody knows what there is to build. */
const EARLY =
  /^(?:\[internal\] load (?:build definition|metadata|\.dockerignore)|resolve image config|docker-image:)/;
const EXPORT = /^exporting /;

const beginOf = ({ begin = 0 }: Vertex): number => begin;
export const endOf = ({ begin = 0, duration }: Vertex): number => begin + duration;

/** What BuildKit itself logs are statuses: they come one after the other, and share the time of their vertex. */
function statusesOf(vertex: Vertex): Status[] {
  const begin = beginOf(vertex);
  const share = vertex.duration / Math.max(1, vertex.log.length);
  return vertex.log.map(({ text }, i) => {
    const [, name = text, size = ""] =
      /^(.*?)(?: (\d[\d.]*[kMGT]?B))?(?: \d+\.\d+s)?(?: done)?$/.exec(text) ?? [];
    return { name, size, begin: begin + i * share, end: begin + (i + 1) * share };
  });
}

function ofVertex(vertex: Vertex): Update[] {
  const own: Update[] = vertex.step
    ? vertex.log.map(({ at, stream, text }) => ({
        at: beginOf(vertex) + at,
        kind: "log",
        vertex,
        stream,
        text: `${text}\n`,
      }))
    : statusesOf(vertex).map((status) => ({ at: status.begin, kind: "status", vertex, status }));
  return [{ at: beginOf(vertex), kind: "begin", vertex }, ...own, { at: endOf(vertex), kind: "end", vertex }];
}

/**
 * All that the client hears of a build, in order. Vertices are known before they begin: the steps all at once, when the
 * Dockerfile has been planned, so that a failed build counts also those that never began.
 */
export function updatesOf({ vertices, planned = 0, warnings }: BuildResult): Update[] {
  const [first] = vertices;
  if (!first) return [];
  const early = vertices.filter(({ name }) => EARLY.test(name));
  const steps = vertices.filter(({ step }) => step).length;
  const late = vertices.filter(({ name }) => !EARLY.test(name) && !EXPORT.test(name));
  const exported = vertices.find(({ name }) => EXPORT.test(name));
  const failed = vertices.some(({ status }) => status === "ERROR");
  const all = early.length + late.length + (failed ? Math.max(0, planned - steps) : 0);
  const solving = late.length > 0 ? Math.min(...late.map(beginOf)) : Math.max(...early.map(endOf));
  const updates: Update[] = [
    ...early.map((vertex, i): Update => ({ at: beginOf(vertex), kind: "known", count: i + 1 })),
    ...warnings.slice(0, 1).map((): Update => ({ at: solving, kind: "warning", vertex: first })),
    ...(late.length > 0 ? [{ at: solving, kind: "known", count: all } as const] : []),
    ...(exported ? [{ at: beginOf(exported), kind: "known", count: all + 1 } as const] : []),
    ...vertices.flatMap(ofVertex),
  ];
  return updates
    .map((update, i) => [update, i] as const)
    .toSorted(([a, i], [b, j]) => a.at - b.at || rank(a) - rank(b) || i - j)
    .map(([update]) => update);
}

/** At one moment output comes before the end of its step, and what ends before what begins; some steps begin and end in it. */
function rank(update: Update): number {
  if (update.kind === "known") return 3;
  if (update.kind === "warning") return 2;
  const { begin = 0, duration } = update.vertex;
  if (update.kind === "begin") return 4;
  if (update.kind === "end") return duration > 0 ? 1 : 6;
  return update.at > begin ? 0 : 5;
}
