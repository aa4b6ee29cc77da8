import { encode } from "../../core/bytes.ts";
import { toBase64 } from "../../core/base64.ts";
import { type Digest, digestOf } from "../../core/digest.ts";
import { isoTime } from "../../core/iso-time.ts";
import { rules } from "../../lint/rules/index.ts";
import type { BuildRequest } from "../request.ts";
import type { BuildResult, Vertex } from "../result.ts";
import { type Update, endOf, updatesOf } from "./updates.ts";
import { warningLine } from "./warning-line.ts";

/** Bytes in base64, as Go's encoding/json writes them. */
type Bytes = string;

/**
 * What BuildKit's client hears at one moment: fields, order and encodings of moby/buildkit, client/graph.go.
 *
 * Times are RFC 3339. A vertex's digest is that of its place and name, for nothing is hashed on the way of a build; its
 * inputs are left out, and so is the solver's own definition in the source of a warning.
 */
export interface SolveStatus {
  readonly vertexes?: readonly {
    readonly digest: Digest;
    readonly name: string;
    readonly started: string;
    readonly completed?: string;
    readonly cached?: true;
    readonly error?: string;
  }[];
  readonly statuses?: readonly {
    readonly id: string;
    readonly vertex: Digest;
    /** Bytes that were moved; 0 where nothing is counted. */
    readonly current: number;
    readonly timestamp: string;
    readonly started: string;
    readonly completed: string;
  }[];
  readonly logs?: readonly {
    readonly vertex: Digest;
    /** 1 is standard output, 2 standard error. */
    readonly stream: 1 | 2;
    readonly data: Bytes;
    readonly timestamp: string;
  }[];
  readonly warnings?: readonly {
    readonly vertex: Digest;
    readonly level: 1;
    readonly short: Bytes;
    readonly detail: readonly Bytes[];
    readonly url: string;
    readonly sourceInfo: { readonly filename: string; readonly data: Bytes; readonly language: string };
    readonly range: readonly {
      readonly start: { readonly line: number };
      readonly end: { readonly line: number };
    }[];
  }[];
}

const base64 = (text: string): Bytes => toBase64(encode(text));

const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

function bytesOf(size: string): number {
  const [, count = "0", unit = "B"] = /^([\d.]+)(\D+)$/.exec(size) ?? [];
  return Math.round(Number(count) * (UNITS[unit] ?? 1));
}

/** All statuses of a build in order, one for each moment; `began` is in milliseconds since 1970. */
export function solveStatuses(
  result: BuildResult,
  { dockerfile }: Pick<BuildRequest, "dockerfile">,
  began: number,
): SolveStatus[] {
  const time = (at: number): string => isoTime(began + at);
  const digests = new Map(result.vertices.map((vertex, i) => [vertex, digestOf(`${i} ${vertex.name}`)]));
  const digest = (vertex: Vertex): Digest => digests.get(vertex) ?? digestOf(vertex.name);
  const source = { filename: dockerfile.name, data: base64(dockerfile.text ?? ""), language: "Dockerfile" };

  function statusOf(update: Update): SolveStatus {
    if (update.kind === "known") return {};
    const { vertex: of, at } = update;
    const vertex = digest(of);
    const begun = { digest: vertex, name: of.name, started: time(of.begin ?? 0) };
    switch (update.kind) {
      case "begin":
        return { vertexes: [begun] };
      case "end": {
        const cached = of.status === "CACHED" && { cached: true as const };
        const error = of.status === "CANCELED" ? "context canceled" : of.error;
        const ended = { completed: time(endOf(of)), ...cached, ...(error !== undefined && { error }) };
        return { vertexes: [{ ...begun, ...ended }] };
      }
      case "status": {
        const { name: id, size, begin, end } = update.status;
        const completed = time(end);
        const moved = { id, vertex, current: bytesOf(size) };
        return { statuses: [{ ...moved, timestamp: completed, started: time(begin), completed }] };
      }
      case "log":
        return {
          logs: [
            {
              vertex,
              stream: update.stream === "stdout" ? 1 : 2,
              data: base64(update.text),
              timestamp: time(at),
            },
          ],
        };
      case "warning":
        return {
          warnings: result.warnings.map((warning) => ({
            vertex,
            level: 1,
            short: base64(warningLine(warning)),
            detail: [base64(rules.find(({ name }) => name === warning.rule)?.summary ?? "")],
            url: warning.url,
            sourceInfo: source,
            range: [{ start: { line: warning.range.start.line }, end: { line: warning.range.end.line } }],
          })),
        };
    }
  }

  const moments = [...Map.groupBy(updatesOf(result), ({ at }) => at).values()];
  return moments
    .map((updates) => merge(updates.map(statusOf)))
    .filter((status) => Object.keys(status).length > 0);
}

function merge(parts: readonly SolveStatus[]): SolveStatus {
  const vertexes = parts.flatMap((part) => part.vertexes ?? []);
  const statuses = parts.flatMap((part) => part.statuses ?? []);
  const logs = parts.flatMap((part) => part.logs ?? []);
  const warnings = parts.flatMap((part) => part.warnings ?? []);
  return {
    ...(vertexes.length > 0 && { vertexes }),
    ...(statuses.length > 0 && { statuses }),
    ...(logs.length > 0 && { logs }),
    ...(warnings.length > 0 && { warnings }),
  };
}
