import type { HostCall } from "./host-call.ts";

/** Seconds since 1970, simulated. */
export const now: HostCall = {
  name: "now",
  answer: (caller) => caller.now() / 1000,
};
