import type { Container } from "./container.ts";

/** The host's number of a container's first process: the same as long as it is the same life. */
export const processId = ({ id, life }: Container): number =>
  4000 + ((Number.parseInt(id.slice(0, 4), 16) + Math.floor((life?.startedAt ?? 0) / 1000)) % 28_000);
