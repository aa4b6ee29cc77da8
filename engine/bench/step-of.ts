import { build } from "../src/build/build.ts";
import { emptyCache } from "../src/build/cache/cache.ts";
import { treeOf } from "../src/context/file-state.ts";
import { baseImage } from "../src/daemon/bases/base-image.ts";
import { bases } from "../bases/index.ts";
import { type Timing, measure } from "./measure.ts";

/** Times one RUN instruction on a base whose tree is made, from nothing cached. */
export function stepOf(base: string, run: string, rounds: number): Timing {
  const data = bases.find(({ references }) => references.includes(base));
  if (!data) throw new Error(`no base image ${base}`);
  const image = baseImage(data);
  const text = `FROM ${base}\nRUN ${run}\n`;
  return measure(rounds, () => () => {
    let now = 1_793_600_000_000;
    const { result } = build(
      { context: treeOf({}), dockerfile: { name: "Dockerfile", text }, ignore: "" },
      {
        cache: emptyCache,
        clock: { now: () => now, elapse: (milliseconds) => void (now += milliseconds) },
        image: () => image,
      },
    );
    if (result.error) throw new Error(result.error.message);
  });
}
