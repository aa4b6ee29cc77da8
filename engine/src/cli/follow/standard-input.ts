import { isCommandInput } from "../../shell/interactive/command-input.ts";
import type { Input } from "../../shell/process.ts";
import type { Call } from "../command.ts";

/**
 * What `-i` hands on to a program: somebody's typing as it comes, a terminal with `-t` and a pipe without; all else at once
 * and as a whole, since the client reads ahead.
 */
export function standardInput(call: Call, tty: boolean = call.on("tty")): string | Input {
  const { input } = call;
  if (!isCommandInput(input)) return call.stdin();
  return tty ? input : { line: () => input.line(), rest: () => input.rest() };
}
