import type { Container } from "../container.ts";
import { findContainer } from "../find-container.ts";
import type { DaemonState } from "../state.ts";

/** A container that another one is linked to, as that one sees it. */
export interface Link {
  readonly container: Container;
  readonly alias: string;
  readonly address: string;
  /** What /etc/hosts calls it. */
  readonly names: readonly string[];
}

/** `--link name[:alias]` of a container: those that are there (moby daemon/links). */
export function linksOf(state: DaemonState, { options }: Container): readonly Link[] {
  const { Links } = options.kept;
  return (Array.isArray(Links) ? Links : []).flatMap((text) => {
    if (typeof text !== "string") return [];
    const [name = "", alias = name] = text.split(":");
    const container = findContainer(state, name);
    if ("error" in container) return [];
    const address = container.endpoints[0]?.address ?? "";
    const names = [...new Set([alias, container.id.slice(0, 12), container.name])];
    return [{ container, alias, address, names }];
  });
}
