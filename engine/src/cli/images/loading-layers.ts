import type { LoadedImage } from "../../daemon/archives/load-images.ts";
import { lineSpeed } from "../../daemon/transfer/line-speed.ts";
import { readings } from "../../daemon/readings.ts";
import type { DaemonState } from "../../daemon/state.ts";
import type { TransferMessage } from "../../daemon/transfer/transfer-message.ts";
import { shortId } from "../../core/digest.ts";

/** What a terminal shows of a load: one layer after the other, as far as the machine had it not (image/tarexport/load.go). */
export function loadingLayers(state: DaemonState, loaded: readonly LoadedImage[]): TransferMessage[] {
  const held = new Set(state.images.flatMap(({ layers }) => layers));
  const messages: TransferMessage[] = [];
  let begin = 0;
  for (const layer of loaded.flatMap(({ image }) => image.layers)) {
    if (held.has(layer)) continue;
    held.add(layer);
    const total = layer.tar?.length ?? layer.size;
    for (const { at, current } of readings(total, lineSpeed.extract))
      messages.push({
        at: begin + at,
        id: shortId(layer.diffId),
        status: "Loading layer",
        moved: { current, total },
      });
    begin = messages.at(-1)?.at ?? begin;
  }
  return messages;
}
