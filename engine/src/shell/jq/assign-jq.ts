import { notSimulated } from "../../core/engine-error.ts";
import { isTrue, type Json } from "./json.ts";
import { operate } from "./operators-jq.ts";
import { getPath, type Path, setPath } from "./paths-jq.ts";
import {
  type Closure,
  computed,
  type Place,
  type Places,
  ROOT,
  type Runner,
  type Scope,
} from "./place-jq.ts";
import { copyWork } from "./size-json.ts";
import { pathOf } from "./step-jq.ts";
import type { Filter } from "./tree-jq.ts";

/** What an assignment makes of its input: all paths first, then one after the other is set. @throws {JqError} */
export function* assign(
  runner: Runner,
  { sign, left, right }: Extract<Filter, { kind: "assign" }>,
  scope: Scope,
  at: Place,
): Places {
  const { value } = at;
  const paths = (): Path[] =>
    Array.from(runner.paths({ filter: left, scope }, { value, path: ROOT }), (one) => pathOf(one));
  const changed = (change: (before: Json) => Json): Json => {
    let result = value;
    for (const path of paths()) {
      runner.world.spend(1 + copyWork(result));
      result = setPath(result, path, change(getPath(result, path)));
    }
    return result;
  };
  const update: Closure = { filter: right, scope };
  if (sign === "|=") {
    yield computed(
      changed((before) => {
        const after = runner.first(update, before);
        if (after === undefined)
          throw notSimulated("an update of jq that is empty", "delete what it is about");
        return after;
      }),
      at,
    );
    return;
  }
  if (sign === "//=") {
    for (const other of runner.values(update, value))
      yield computed(
        changed((before) => (isTrue(before) ? before : other)),
        at,
      );
    return;
  }
  const [operator, { spend }] = [sign.slice(0, -1), runner.world];
  for (const other of runner.values(update, value))
    yield computed(
      changed((before) => (operator === "" ? other : operate(operator, before, other, spend))),
      at,
    );
}
