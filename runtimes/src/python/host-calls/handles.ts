import type { HostCall } from "./host-call.ts";

/** `{signals}`: names, `TERM`, of all signals that the program has a handler for by now. */
export const handles: HostCall = {
  name: "handles",
  answer(caller, question) {
    caller.handled = question.texts("signals");
    return null;
  },
};
