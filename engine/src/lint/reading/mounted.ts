import type { Step } from "./step.ts";

/** A cache or a tmpfs is mounted at the path or above it while the step runs: what is written there is in no layer. */
export const isMounted = ({ mounts }: Step, path: string): boolean =>
  mounts.some(
    ({ type, target }) =>
      (type === "cache" || type === "tmpfs") &&
      target !== undefined &&
      (path === target || path.startsWith(`${target.replace(/\/$/, "")}/`)),
  );
