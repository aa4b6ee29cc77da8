import { EngineError } from "../core/engine-error.ts";

/** About what the stack of a browser holds of nested calls here, and the longest string of V8. */
const DEEPEST = 1000;
const LONGEST = 536_870_888;

/**
 * The net below all limits: where a script exhausts the stack or a string of the JavaScript engine before a limit of
 * Drydock's own was met, it is one all the same.
 * @throws {EngineError} LIMIT, beside all that `body` throws
 */
export function withinLimits<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof EngineError) throw error;
    // V8, JavaScriptCore and SpiderMonkey, in this order.
    if (/call stack|too much recursion/i.test(error.message))
      throw new EngineError("LIMIT", {
        what: "parts inside one another",
        limit: DEEPEST,
      });
    if (/string length|out of memory|allocation size/i.test(error.message))
      throw new EngineError("LIMIT", {
        what: "characters in a text",
        limit: LONGEST,
      });
    throw error;
  }
}
