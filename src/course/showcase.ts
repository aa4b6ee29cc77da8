import { bases } from "@drydock/engine/bases/index.ts";
import { colour, type Piece } from "../islands/editor/colour.ts";
import { hull } from "../islands/layers/hull.ts";
import { platesOf } from "../islands/layers/plates-of.ts";
import { type Compared, compareBuilds } from "../session/compare/compare-builds.ts";

/** One of the builds that the home page compares. */
export interface Shown extends Compared {
  readonly lines: readonly {
    readonly pieces: readonly Piece[];
    readonly said: string;
    readonly tone: string;
    readonly bad: boolean;
  }[];
  /** HTML. */
  readonly hull: string;
}

/** Builds a Dockerfile when the site is built, so that every figure on the home page is the engine's own. */
export const showcase = (text: string): Shown => {
  const compared = compareBuilds(bases, text);
  if (!compared.build.image) throw new Error(`the home page's build fails: ${compared.why}`);
  return {
    ...compared,
    lines: colour(text).map((pieces, at) => {
      const { words = "", tone = "", bad = false } = compared.said.get(at + 1) ?? {};
      return { pieces, said: words, tone, bad };
    }),
    hull: hull(
      platesOf(compared.build).map((plate) => ({ ...plate, name: `line ${plate.line}` })),
      218,
    ),
  };
};
