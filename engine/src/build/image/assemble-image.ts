import { isoTime } from "../../core/iso-time.ts";
import type { HistoryEntry } from "../../oci/image-config.ts";
import type { CachedResult } from "../cache/cache.ts";
import { type Image, type Layer, createImage } from "./image.ts";
import { layerAt } from "../cache/layer-at.ts";
import type { Plan, PlannedStage } from "../plan/plan.ts";

/** A stage and those that it starts from, lowest first. */
function chainOf(plan: Plan): PlannedStage[] {
  const byIndex = new Map(plan.stages.map((stage) => [stage.index, stage]));
  const chain: PlannedStage[] = [];
  for (let stage = byIndex.get(plan.target); stage;) {
    chain.unshift(stage);
    stage = stage.start.kind === "stage" ? byIndex.get(stage.start.index) : undefined;
  }
  return chain;
}

/** The results that have a layer, lowest first. */
function layered(result: CachedResult | undefined): CachedResult[] {
  const found: CachedResult[] = [];
  for (let at = result; at; at = at.parent) if (at.layer) found.push(at);
  return found.reverse();
}

/**
 * Rows without a layer take a time from their neighbours: the rows before the first layer that of the first one, all
 * others that of the layer before them (moby, builder-next/exporter, normalizeLayersAndHistory).
 */
function fillTimes(rows: readonly HistoryEntry[]): HistoryEntry[] {
  const firstMissing = rows.findIndex(({ created }) => created === undefined);
  const after = rows.slice(Math.max(firstMissing, 0)).find(({ created }) => created !== undefined)?.created;
  let created = after ?? rows.findLast((row) => row.created !== undefined)?.created;
  let missing = false;
  return rows.map((row) => {
    if (row.created === undefined) {
      missing = true;
      return created === undefined ? row : { created, ...row };
    }
    if (missing) ({ created } = row);
    return row;
  });
}

/**
 * The image of the target: base, layers with the line that each comes from now, history with the times of the runs.
 *
 * A build that is CACHED to its end gives the very bytes of the first one, and so its id.
 */
export function assembleImage(plan: Plan, result: CachedResult | undefined, base: Image | undefined): Image {
  const chain = chainOf(plan);
  const target = chain.at(-1);
  const results = layered(result);
  const origins = chain.flatMap(({ index, steps }) =>
    steps
      .filter(({ history }) => !history.empty_layer)
      .map(({ instruction: { range } }) => ({ stage: index, range })),
  );
  const mine = results.flatMap(({ layer }, i): Layer[] => (layer ? [layerAt(layer, origins[i])] : []));
  let layerRows = 0;
  const rows = chain
    .flatMap(({ history }) => history)
    .map((row): HistoryEntry => {
      const of = row.empty_layer ? undefined : results[layerRows++];
      return of ? { created: isoTime(of.created), ...row } : row;
    });
  const history = fillTimes([...(base?.config.history ?? []), ...rows]);
  const author = target?.author ?? base?.config.author;
  const [os = "linux", architecture = "amd64"] = plan.platform.split("/");
  const variant = base?.config.variant;
  const created = history.findLast((row) => row.created !== undefined)?.created ?? base?.config.created;
  return createImage({
    config: {
      ...(created === undefined ? {} : { created }),
      ...(author === undefined ? {} : { author }),
      architecture: base?.config.architecture ?? architecture,
      os: base?.config.os ?? os,
      ...(variant === undefined ? {} : { variant }),
      config: target?.config ?? {},
      history,
    },
    layers: [...(base?.layers ?? []).map((layer) => layerAt(layer, undefined)), ...mine],
  });
}
