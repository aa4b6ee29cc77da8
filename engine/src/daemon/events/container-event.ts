import type { Container } from "../containers/container.ts";
import type { DaemonState } from "../state.ts";
import type { EngineEvent } from "./event.ts";
import { logEvent } from "./log-event.ts";

/** An event of a container, with what Docker says of it each time: image, name and labels (moby daemon/events.go). */
export const containerEvent = (
  state: DaemonState,
  container: Container,
  action: string,
  more: EngineEvent["attributes"] = {},
  at: number = state.time,
): DaemonState =>
  logEvent(
    state,
    {
      type: "container",
      action,
      id: container.id,
      attributes: {
        ...container.config.Labels,
        image: container.imageName,
        name: container.name,
        ...more,
      },
    },
    at,
  );
