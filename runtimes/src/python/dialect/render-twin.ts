import type { Parameter, Statement } from "../source/tree.ts";
import type { Scope } from "./scope.ts";

/** Calls that may have to wait for another thread stand in such files. */
export const mayHaveThreads = (source: string): boolean =>
  /^\s*(?:import|from)\b[^\n]*\b(?:threading|concurrent)\b/m.test(source);

/** Names of methods and functions after which another thread may have its turn; a function without one needs no twin. */
const waits =
  /"name":"(?:sleep|get|put|join|wait|wait_for|acquire|result|serve_forever|map|submit|shutdown|run|start|recv|accept|[a-z_]*lock[a-z_]*|[a-z_]*sem[a-z_]*|cond[a-z_]*)"/i;

/**
 * Has a function a twin: a generator that gives way wherever the function would wait? Threads run twins, by turns. What gives
 * values itself, or is asynchronous, has none.
 */
export function hasTwin(
  one: {
    readonly isAsync: boolean;
    readonly body: readonly Statement[];
    readonly parameters: readonly Parameter[];
  },
  scope: Scope,
): boolean {
  if (!scope.threads || one.isAsync || scope.twin) return false;
  const text = JSON.stringify(one.body);
  return waits.test(text) && !/"type":"(?:Yield|Await)"/.test(text);
}
