import type { HostCall } from "./host-call.ts";

/** The name of a signal that has come by now, given once; null where none has. */
export const signal: HostCall = {
  name: "signal",
  answer: ({ process }) =>
    process.pid === process.kernel.hearer ? (process.kernel.takeSignal() ?? null) : null,
};
