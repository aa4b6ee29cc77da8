import { bringCatalogues } from "../../engine/bases/catalogues.ts";
import * as advice from "../../engine/bench/advise.ts";
import * as builds from "../../engine/bench/build.ts";
import * as grades from "../../grader/bench/grade.ts";
import * as loops from "../../engine/bench/loops.ts";
import * as packages from "../../engine/bench/packages.ts";
import * as parses from "../../engine/bench/parse.ts";
import * as states from "../../engine/bench/state.ts";
import type { Growth } from "../../engine/bench/growth.ts";
import type { Timing } from "../../engine/bench/measure.ts";
import { sha256 } from "../../engine/src/core/sha256.ts";

/** Milliseconds that hashing one megabyte takes here: what the ratios are measured in, so that machines can be compared. */
function yardstick(): number {
  const bytes = new Uint8Array(1_000_000);
  const times = Array.from({ length: 15 }, () => {
    const from = performance.now();
    sha256(bytes);
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[7] ?? 1;
}

interface Row {
  readonly p50: number;
  readonly p95: number;
  /** p50 in hashes of one megabyte. */
  readonly ratio: number;
  /** See Timing. */
  readonly unrest: number;
}

const round = (value: number): number => Number(value.toPrecision(3));

const GROUPS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  parses,
  advice,
  builds,
  loops,
  packages,
  states,
  grades,
};

/** What can be run for itself, in the order in which it is shown. */
export const groups: readonly string[] = Object.keys(GROUPS);

/** Runs the benchmarks of one group. The same code in Node and in a browser. */
export async function benchGroup(group: string): Promise<Record<string, number | Row | Growth>> {
  bringCatalogues();
  const unit = yardstick();
  const rows: Record<string, number | Row | Growth> = { hashOneMegabyte: round(unit) };
  for (const [name, measure] of Object.entries(GROUPS[group] ?? {})) {
    if (typeof measure !== "function") continue;
    const made = (await measure()) as Timing | Growth;
    if ("times" in made) {
      rows[name] = { small: round(made.small), large: round(made.large), times: round(made.times) };
      continue;
    }
    const { p50, p95, unrest } = made;
    rows[name] = { p50: round(p50), p95: round(p95), ratio: round(p50 / unit), unrest: round(unrest) };
  }
  return rows;
}
