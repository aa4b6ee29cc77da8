import type { HostCall } from "./host-call.ts";

/** The name of the machine. */
export const hostname: HostCall = {
  name: "hostname",
  answer: ({ process }) => process.kernel.hostname,
};
