import { engineRemote, type RemoteEngine } from "./engine-remote.ts";

/** The engine in a worker of this page. */
export const startEngine = (brought?: (part: string) => void): RemoteEngine =>
  engineRemote(
    () => new Worker(new URL("./engine-worker.ts", import.meta.url), { type: "module", name: "engine" }),
    brought,
  );
