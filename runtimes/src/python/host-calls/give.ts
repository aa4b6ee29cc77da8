import type { HostCall } from "./host-call.ts";

/** `{value}`: what `main`, `answer` or `signalled` came to. */
export const give: HostCall = {
  name: "give",
  answer(caller, question) {
    caller.result = question.text("value");
    return null;
  },
};
