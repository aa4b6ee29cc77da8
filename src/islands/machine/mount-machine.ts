import { machineNow } from "../../session/machine/machine-now.ts";
import type { Session } from "../../session/session.ts";
import { whileSeen } from "../lesson/while-seen.ts";
import { machineRows } from "./machine-rows.ts";

/** Shows what is on the machine as it stands: images, containers, volumes, networks, space and cache. */
export const mountMachine = (session: Session, panel: HTMLElement): void => {
  const empty = [...panel.childNodes];
  let asked = 0;
  const draw = async (): Promise<void> => {
    const mine = ++asked;
    const now = await machineNow(session);
    if (mine !== asked) return;
    const { images = [], containers = [], volumes = [], networks = [] } = now ?? {};
    const holds = images.length + containers.length + volumes.length + networks.length > 0;
    panel.replaceChildren(...(now && holds ? machineRows(now) : empty));
  };
  const changed = whileSeen(panel, () => void draw());
  session.$way.subscribe(changed);
};
