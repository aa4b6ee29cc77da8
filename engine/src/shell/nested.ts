import { EngineError } from "../core/engine-error.ts";

const DEEPEST = 200;

/** Counts how often something begins within itself. @throws {EngineError} LIMIT at the 201st time */
export function nested<Args extends readonly unknown[], Result>(
  what: string,
  body: (...args: Args) => Result,
): (...args: Args) => Result {
  let depth = 0;
  return (...args) => {
    if (depth >= DEEPEST) throw new EngineError("LIMIT", { what, limit: DEEPEST });
    depth++;
    try {
      return body(...args);
    } finally {
      depth--;
    }
  };
}
