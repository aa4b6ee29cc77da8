import type { HostCall } from "./host-call.ts";

/** Thrown through a program that a child of its own takes the place of. */
export class Again extends Error {
  readonly env: ReadonlyMap<string, string>;

  constructor(env: ReadonlyMap<string, string>) {
    super("again");
    this.env = env;
  }
}

/**
 * `{env}`: the program starts once more, from its first line, with these variables. So a reloader hands over to its child: the
 * parent does nothing more but wait for it.
 */
export const again: HostCall = {
  name: "again",
  answer(_caller, question) {
    throw new Again(question.pairs("env"));
  },
};
