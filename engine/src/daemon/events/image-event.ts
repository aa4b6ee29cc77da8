import type { DaemonState } from "../state.ts";
import { logEvent } from "./log-event.ts";

/** Something happened to an image; `name` is what was typed for it. */
export const imageEvent = (
  state: DaemonState,
  action: "delete" | "load" | "pull" | "tag" | "untag",
  id: string,
  name: string,
): DaemonState => logEvent(state, { type: "image", action, id, attributes: { name } });
