import type { HostCall } from "./host-call.ts";

/**
 * `{seconds}`: simulated time passes until then, or until a signal comes. @returns `{signal, left}`: its name or null, and the
 * seconds that are left then.
 */
export const sleep: HostCall = {
  name: "sleep",
  answer(caller, question) {
    const { kernel, pid } = caller.process;
    // No machine wakes a program in the very moment.
    const milliseconds = Math.max(0, question.number("seconds") * 1000) + 0.1;
    const until = kernel.now() + milliseconds;
    const signal = kernel.pause(pid, milliseconds);
    // SIGINT has a handler from the start.
    if (signal !== undefined && (signal === "INT" || caller.handled.includes(signal))) kernel.heed();
    return { signal: signal ?? null, left: Math.max(0, until - kernel.now()) / 1000 };
  },
};
