import type { HostCall } from "./host-call.ts";

/** What was printed is written: `sys.stdout.flush()`. */
export const flush: HostCall = {
  name: "flush",
  answer(caller) {
    caller.stdout.flush();
    return null;
  },
};
