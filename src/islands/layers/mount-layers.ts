import { size } from "../../session/facts/amounts.ts";
import type { Session } from "../../session/session.ts";
import { hull } from "./hull.ts";
import { platesOf } from "./plates-of.ts";

/** Draws the layers of the last build that made an image, and again when the pane changes its size. */
export const mountLayers = (session: Session, pane: HTMLElement): void => {
  const empty = pane.innerHTML;
  let drawn: string | undefined;
  const draw = (): void => {
    const build = session.$log
      .get()
      .flatMap(({ builds }) => builds)
      .findLast(({ image }) => image);
    if (!build?.image) {
      if (drawn !== undefined) pane.innerHTML = empty;
      drawn = undefined;
      return;
    }
    const room = Math.max(110, Math.min(pane.clientHeight - 78, Math.round(innerHeight * 0.5)));
    const next = `<div class="sum"><span><b>The last image</b> ${size(build.image.size)}</span><span>${build.image.layers.length === 1 ? "1 layer" : `${build.image.layers.length} layers`}</span></div>${hull(platesOf(build), room)}`;
    if (next === drawn) return;
    drawn = next;
    pane.innerHTML = next;
  };
  session.$log.subscribe(draw);
  new ResizeObserver(draw).observe(pane);
};
