import { type Json, typeOf } from "./json.ts";
import { index, JqError } from "./paths-jq.ts";
import type { Runner, Scope } from "./place-jq.ts";
import type { Pattern } from "./tree-jq.ts";

/**
 * The scopes in which the names of a pattern stand for the parts of a value; more than one where a key of the pattern has
 * more than one result. @throws {JqError}
 */
export function* bind(
  runner: Runner,
  pattern: Pattern,
  value: Json,
  scope: Scope,
): Generator<Scope, void, undefined> {
  if (pattern.kind === "name") {
    yield { kind: "variable", name: pattern.name, value, outer: scope };
    return;
  }
  if (pattern.kind === "items") {
    let scopes: Scope[] = [scope];
    for (const [i, item] of pattern.items.entries()) {
      const inner = index(value, i);
      scopes = scopes.flatMap((one) => Array.from(bind(runner, item, inner, one)));
    }
    yield* scopes;
    return;
  }
  let scopes: Scope[] = [scope];
  for (const entry of pattern.entries)
    scopes = scopes.flatMap((outer) =>
      Array.from(runner.values({ filter: entry.key, scope: outer }, value)).flatMap((key) => {
        if (typeof key !== "string") throw new JqError(`Cannot index ${typeOf(value)} with ${typeOf(key)}`);
        const inner = index(value, key);
        const bound: Scope =
          entry.name === undefined ? outer : { kind: "variable", name: entry.name, value: inner, outer };
        return entry.value ? Array.from(bind(runner, entry.value, inner, bound)) : [bound];
      }),
    );
  yield* scopes;
}
