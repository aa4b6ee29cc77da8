import type { HostCall } from "./host-call.ts";

/** What this part of a program's life is to work on: `main`'s, `answer`'s or `signalled`'s argument. */
export const take: HostCall = {
  name: "take",
  answer: (caller) => JSON.parse(caller.argument),
};
