import type { Answered, Asked, Wire } from "./engine-messages.ts";
import { engineService } from "./engine-service.ts";

/** Carries out every call that comes over the wire, each on its own: one that fetches a part holds up no other. */
export const answerCalls = (wire: Wire<Asked, Answered>): void => {
  const service = engineService((brought) => wire.postMessage({ brought }));
  wire.addEventListener("message", ({ data: { id, method, args } }) => {
    const call = service[method] as (...args: readonly unknown[]) => Promise<unknown>;
    call(...args).then(
      (value) => wire.postMessage({ id, value }),
      (error: unknown) =>
        wire.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
    );
  });
};
