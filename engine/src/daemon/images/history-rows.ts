import type { Image } from "../../build/image/image.ts";
import type { Digest } from "../../core/digest.ts";
import type { DaemonState } from "../state.ts";

/** One row of `docker history`, newest first. */
export interface HistoryRow {
  /** Undefined prints `<missing>`: only the image itself, and images it was committed from, have one. */
  readonly id: Digest | undefined;
  readonly created: string;
  readonly createdBy: string;
  readonly size: number;
  readonly comment: string;
}

export function historyRows(state: DaemonState, image: Image): HistoryRow[] {
  const tops = new Map<number, Digest>();
  for (let one: Image | undefined = image; one; one = state.parents.get(one))
    tops.set(one.config.history.length - 1, one.id);
  let layer = 0;
  const rows = image.config.history.map((entry, i): HistoryRow => {
    const size = entry.empty_layer ? 0 : (image.layers[layer++]?.size ?? 0);
    return {
      id: tops.get(i),
      created: entry.created ?? "",
      createdBy: entry.created_by ?? "",
      size,
      comment: entry.comment ?? "",
    };
  });
  return rows.reverse();
}
