import { bytesOf } from "@drydock/engine";
import type { HostCall } from "./host-call.ts";

const latin1 = (text: string): string => String.fromCharCode(...bytesOf(text));

/** Standard input: `{line: true}` a line with its line feed, empty at the end; else all that is left. Latin-1. */
export const stdin: HostCall = {
  name: "stdin",
  answer: ({ process }, question) =>
    latin1(question.has("line") ? (process.stdin.line() ?? "") : process.stdin.rest()),
};
