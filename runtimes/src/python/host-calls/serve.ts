import type { HostCall } from "./host-call.ts";

/** The program waits for requests and signals from here on. It never returns: what comes next is `_boot.answer`. */
export const serve: HostCall = {
  name: "serve",
  answer: (caller) => caller.park(),
};
