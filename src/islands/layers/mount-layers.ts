import { size } from "../../session/line-facts.ts";
import type { Session } from "../../session/session.ts";
import { textOf } from "../editor/text-of.ts";
import { hull } from "./hull.ts";
import { platesOf } from "./plates-of.ts";

/** Draws the layers of the last build that made an image, and again when the pane changes its size. */
export const mountLayers = (session: Session, pane: HTMLElement): void => {
  const empty = pane.innerHTML;
  let drawn: string | undefined;
  const draw = (): void => {
    const ran = session.$log.get().findLast(({ builds }) => builds.some(({ image }) => image));
    const build = ran?.builds.findLast(({ image }) => image);
    if (!ran || !build?.image) {
      if (drawn !== undefined) pane.innerHTML = empty;
      drawn = undefined;
      return;
    }
    const room = Math.max(110, Math.min(pane.clientHeight - 78, Math.round(innerHeight * 0.5)));
    const next = `<div class="sum"><span><b>The last image</b> ${size(build.image.size)}</span><span>${build.image.layers.length === 1 ? "1 layer" : `${build.image.layers.length} layers`}</span></div>${hull(platesOf(build, textOf(ran.files, "Dockerfile") ?? ""), room)}`;
    if (next === drawn) return;
    drawn = next;
    pane.innerHTML = next;
  };
  session.$log.subscribe(draw);
  new ResizeObserver(draw).observe(pane);
};
