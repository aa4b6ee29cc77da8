import type { Vertex } from "../result.ts";

/** Vertices in order of their start; what was still running at `until` is CANCELED there. */
export const cutOff = (vertices: readonly Vertex[], until: number): Vertex[] =>
  vertices
    .map((vertex): Vertex => {
      const { begin = 0, duration } = vertex;
      if (begin + duration <= until) return vertex;
      const log = vertex.log.filter(({ at }) => begin + at <= until);
      return { ...vertex, status: "CANCELED", error: undefined, duration: until - begin, log };
    })
    .toSorted((a, b) => (a.begin ?? 0) - (b.begin ?? 0));
