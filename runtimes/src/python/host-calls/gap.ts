import { notSimulated } from "@drydock/engine";
import type { HostCall } from "./host-call.ts";

/** `{what, real}`: something that Drydock lacks. It never returns. */
export const gap: HostCall = {
  name: "gap",
  answer(_caller, question) {
    throw notSimulated(question.text("what"), question.text("real"));
  },
};
