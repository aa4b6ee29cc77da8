import type { Answered } from "./engine-messages.ts";
import { engineRemote, type RemoteEngine } from "./engine-remote.ts";
import { afterLifeline } from "../vault/lifeline.ts";

const startWorker = (): Worker => {
  const worker = new Worker(new URL("./engine-worker.ts", import.meta.url), {
    type: "module",
    name: "engine",
  });
  worker.addEventListener("message", ({ data }: { readonly data: Answered }) => {
    if (!("lifeline" in data)) return;
    afterLifeline(data.lifeline, () =>
      worker.dispatchEvent(new ErrorEvent("error", { message: "the browser ended it" })),
    );
  });
  return worker;
};

/** The engine in a worker of this page. */
export const startEngine = (brought?: (part: string) => void): RemoteEngine =>
  engineRemote(startWorker, brought);
