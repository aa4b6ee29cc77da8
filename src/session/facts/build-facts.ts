import type { BuildResult } from "@drydock/engine";
import { lineFacts, type LineFacts } from "./line-facts.ts";

/** What a page shows of a build, as data that can be sent. */
export interface BuildFacts {
  /** What each line of the Dockerfile did, in the order of the file. */
  readonly lines: readonly LineFacts[];
  /** Whether it got as far as a step. */
  readonly began: boolean;
  /** Layers from the base up; `line` is the one that made it, absent for a layer of the base. Undefined: no image. */
  readonly image:
    | {
        readonly size: number;
        readonly layers: readonly { readonly size: number; readonly line?: number }[];
      }
    | undefined;
}

/** The facts of a build of the Dockerfile `text`. */
export const buildFacts = (result: BuildResult, text: string): BuildFacts => ({
  lines: lineFacts(result, text),
  began: result.vertices.some(({ step }) => step),
  image: result.image && {
    size: result.image.size,
    layers: result.image.layers.map(({ size, origin }) => ({
      size,
      ...(origin && { line: origin.range.start.line }),
    })),
  },
});
