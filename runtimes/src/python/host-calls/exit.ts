import type { HostCall } from "./host-call.ts";

/** Thrown through a program that ends without another word: `os._exit`. */
export class ProcessExit extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

/** `{status}`: ends the process at once; what is still buffered is lost. */
export const exit: HostCall = {
  name: "exit",
  answer(_caller, question) {
    throw new ProcessExit(question.number("status"));
  },
};
