import type { Instruction } from "@drydock/engine";
import type { Subject } from "../../subject.ts";
import { find } from "../files/files.ts";
import { imageOfSubject } from "../image.ts";
import { layerOrigin } from "../files/layer-origin.ts";

/** The instruction that last wrote what a path names; undefined where it is the base's. */
export function stepOfPath(subject: Subject, path: string): Instruction | undefined {
  const { layers, tree } = imageOfSubject(subject);
  const now = find(tree, path)[0]?.entry;
  const layer = layers.findLast(({ lower, upper }) => {
    const before = find(lower, path)[0]?.entry;
    const after = find(upper, path)[0]?.entry;
    return after !== undefined && after === now && before !== after;
  });
  return layer && layerOrigin(subject, layer);
}
