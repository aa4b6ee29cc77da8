import { assign } from "./assign-jq.ts";
import { bind } from "./bind-jq.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { format } from "./formats-jq.ts";
import { isTrue, type Json } from "./json.ts";
import { Break } from "./break-jq.ts";
import { library } from "./library-jq.ts";
import { natives } from "./natives-jq.ts";
import { operate } from "./operators-jq.ts";
import { described, JqError, textOfValue } from "./paths-jq.ts";
import {
  type Closure,
  computed,
  type Place,
  type Places,
  plain,
  type Runner,
  type Scope,
} from "./place-jq.ts";
import { copyWork } from "./size-json.ts";
import { variable } from "./variable-jq.ts";
import { each, step } from "./step-jq.ts";
import type { JqWorld } from "./world-jq.ts";
import { type Definition, type Filter, keyOf } from "./tree-jq.ts";

/** Runs filters in one world. */
export class JqRun implements Runner {
  readonly world: JqWorld;
  constructor(world: JqWorld) {
    this.world = world;
  }

  /** Results of a program for an input, one by one. @throws {JqError} */
  *results(filter: Filter, input: Json): Generator<Json, void, undefined> {
    let scope: Scope;
    for (const [name, value] of this.world.variables) scope = { kind: "variable", name, value, outer: scope };
    for (const { value } of this.run(filter, scope, plain(input))) yield value;
  }

  *values({ filter, scope }: Closure, input: Json): Generator<Json, void, undefined> {
    for (const { value } of this.run(filter, scope, plain(input))) yield value;
  }

  /** The first result; undefined where there is none. */
  first(closure: Closure, input: Json): Json | undefined {
    for (const value of this.values(closure, input)) return value;
    return undefined;
  }

  *paths({ filter, scope }: Closure, at: Place): Places {
    yield* this.run(filter, scope, at);
  }

  *run(filter: Filter, scope: Scope, at: Place): Places {
    this.world.spend(1);
    switch (filter.kind) {
      case "identity":
        yield at;
        return;
      case "literal":
        yield computed(filter.value, at);
        return;
      case "recurse":
        yield* this.run({ kind: "call", name: "recurse", args: [], at: 0 }, scope, at);
        return;
      case "format":
        yield computed(format(filter.name, at.value), at);
        return;
      case "text":
        yield* this.#text(filter, scope, at, filter.parts.length - 1, "");
        return;
      case "index":
        for (const { value: key } of this.run(filter.key, scope, plain(at.value)))
          for (const of of this.run(filter.of, scope, at)) yield step(of, key);
        return;
      case "slice":
        for (const from of this.#bound(filter.from, scope, at))
          for (const to of this.#bound(filter.to, scope, at)) {
            const key = new Map([
              ["start", from],
              ["end", to],
            ]);
            for (const of of this.run(filter.of, scope, at)) {
              this.world.spend(copyWork(of.value));
              yield step(of, key);
            }
          }
        return;
      case "each":
        for (const of of this.run(filter.of, scope, at))
          for (const inner of each(of)) {
            this.world.spend(1);
            yield inner;
          }
        return;
      case "array": {
        const items: Json[] = [];
        if (filter.body)
          for (const { value } of this.run(filter.body, scope, plain(at.value))) {
            this.world.spend(1);
            items.push(value);
          }
        yield computed(items, at);
        return;
      }
      case "object":
        yield* this.#object(filter.entries, scope, at, 0, new Map());
        return;
      case "negate":
        for (const { value } of this.run(filter.body, scope, plain(at.value))) {
          if (typeof value !== "number") throw new JqError(`${described(value)} cannot be negated`);
          yield computed(-value, at);
        }
        return;
      case "pipe":
        for (const left of this.run(filter.left, scope, at)) yield* this.run(filter.right, scope, left);
        return;
      case "comma":
        yield* this.run(filter.left, scope, at);
        yield* this.run(filter.right, scope, at);
        return;
      case "and":
      case "or":
        for (const { value } of this.run(filter.left, scope, plain(at.value)))
          if (isTrue(value) === (filter.kind === "or")) yield computed(filter.kind === "or", at);
          else
            for (const right of this.run(filter.right, scope, plain(at.value)))
              yield computed(isTrue(right.value), at);
        return;
      case "else":
        yield* this.#alternative(filter.left, filter.right, scope, at);
        return;
      case "operator":
        for (const right of this.run(filter.right, scope, plain(at.value)))
          for (const left of this.run(filter.left, scope, plain(at.value)))
            yield computed(operate(filter.sign, left.value, right.value, this.world.spend), at);
        return;
      case "assign":
        yield* assign(this, filter, scope, at);
        return;
      case "if":
        for (const { value } of this.run(filter.test, scope, plain(at.value))) {
          const branch = isTrue(value) ? filter.then : filter.otherwise;
          if (branch) yield* this.run(branch, scope, at);
          else if (this.world.isModern) yield at;
          else throw notSimulated("an `if` of jq without `else`", "take it from version 1.7 on only");
        }
        return;
      case "try":
        yield* this.#try(filter, scope, at);
        return;
      case "reduce": {
        for (const init of this.run(filter.init, scope, plain(at.value))) {
          let state = init.value;
          for (const { value } of this.run(filter.of, scope, plain(at.value)))
            for (const bound of bind(this, filter.as, value, scope)) {
              let last: Json = null;
              for (const result of this.run(filter.update, bound, plain(state))) last = result.value;
              state = last;
            }
          yield computed(state, at);
        }
        return;
      }
      case "foreach":
        for (const init of this.run(filter.init, scope, plain(at.value))) {
          let state = init.value;
          for (const { value } of this.run(filter.of, scope, plain(at.value)))
            for (const bound of bind(this, filter.as, value, scope))
              for (const result of this.run(filter.update, bound, plain(state))) {
                state = result.value;
                if (filter.extract) {
                  for (const shown of this.run(filter.extract, bound, plain(state)))
                    yield computed(shown.value, at);
                } else yield computed(state, at);
              }
        }
        return;
      case "bind":
        for (const { value } of this.run(filter.of, scope, plain(at.value)))
          for (const bound of bind(this, filter.as, value, scope)) yield* this.run(filter.body, bound, at);
        return;
      case "define": {
        const { definition } = filter;
        const key = keyOf(definition.name, definition.params.length);
        yield* this.run(filter.body, { kind: "function", key, definition, outer: scope }, at);
        return;
      }
      case "label": {
        const label = {};
        try {
          yield* this.run(filter.body, { kind: "label", name: filter.name, label, outer: scope }, at);
        } catch (stop) {
          if (!(stop instanceof Break) || stop.label !== label) throw stop;
        }
        return;
      }
      case "break":
        for (let one = scope; one; one = one.outer)
          if (one.kind === "label" && one.name === filter.name) throw new Break(one.label);
        return;
      case "variable":
        yield computed(variable(filter.name, filter.line, scope, this.world), at);
        return;
      case "call":
        yield* this.#call(filter, scope, at);
        return;
    }
  }

  *#bound(filter: Filter | undefined, scope: Scope, at: Place): Generator<Json, void, undefined> {
    if (!filter) yield null;
    else for (const { value } of this.run(filter, scope, plain(at.value))) yield value;
  }

  *#text(
    filter: Extract<Filter, { kind: "text" }>,
    scope: Scope,
    at: Place,
    part: number,
    after: string,
  ): Places {
    const one = filter.parts[part];
    if (one === undefined) yield computed(after, at);
    else if (typeof one === "string") yield* this.#text(filter, scope, at, part - 1, one + after);
    else
      for (const { value } of this.run(one, scope, plain(at.value))) {
        const text = filter.format === undefined ? textOfValue(value) : format(filter.format, value);
        yield* this.#text(filter, scope, at, part - 1, text + after);
      }
  }

  *#object(
    entries: Extract<Filter, { kind: "object" }>["entries"],
    scope: Scope,
    at: Place,
    from: number,
    made: ReadonlyMap<string, Json>,
  ): Places {
    const entry = entries[from];
    if (!entry) {
      yield computed(made, at);
      return;
    }
    for (const { value: key } of this.run(entry[0], scope, plain(at.value))) {
      if (typeof key !== "string") throw new JqError(`Cannot use ${described(key)} as object key`);
      for (const { value } of this.run(entry[1], scope, plain(at.value)))
        yield* this.#object(entries, scope, at, from + 1, new Map([...made, [key, value]]));
    }
  }

  *#alternative(left: Filter, right: Filter, scope: Scope, at: Place): Places {
    let any = false;
    try {
      for (const one of this.run(left, scope, at))
        if (isTrue(one.value)) {
          any = true;
          yield one;
        }
    } catch (stop) {
      if (!(stop instanceof JqError)) throw stop;
    }
    if (!any) yield* this.run(right, scope, at);
  }

  *#try({ body, handler }: Extract<Filter, { kind: "try" }>, scope: Scope, at: Place): Places {
    const results = this.run(body, scope, at);
    for (;;) {
      let next: IteratorResult<Place, void>;
      try {
        next = results.next();
      } catch (stop) {
        if (!(stop instanceof JqError)) throw stop;
        // `error(null)` is as if nothing were.
        if (handler && stop.value !== null) yield* this.run(handler, scope, computed(stop.value, at));
        return;
      }
      if (next.done) return;
      yield next.value;
    }
  }

  *#call({ name, args }: Extract<Filter, { kind: "call" }>, scope: Scope, at: Place): Places {
    const key = keyOf(name, args.length);
    const given = args.map((filter): Closure => ({ filter, scope }));
    for (let one = scope; one; one = one.outer) {
      if (one.kind === "closure" && one.key === key) {
        yield* this.run(one.closure.filter, one.closure.scope, at);
        return;
      }
      if (one.kind === "function" && one.key === key) {
        yield* this.#apply(one.definition, given, one, at);
        return;
      }
    }
    const native = natives.get(key);
    if (native) {
      yield* native(this, at, given);
      return;
    }
    const definition = library().get(key);
    if (definition) yield* this.#apply(definition, given, undefined, at);
    else throw notSimulated(`jq's function ${key}`, "call it");
  }

  /** Calls a function; for each value of a parameter with `$`, the first outermost. */
  *#apply(
    definition: Definition,
    given: readonly Closure[],
    outer: Scope,
    at: Place,
    from = 0,
    scope = outer,
  ): Places {
    const param = definition.params[from];
    const closure = given[from];
    if (param === undefined || closure === undefined) {
      yield* this.run(definition.body, scope, at);
      return;
    }
    if (!param.startsWith("$")) {
      const bound: Scope = { kind: "closure", key: keyOf(param, 0), closure, outer: scope };
      yield* this.#apply(definition, given, outer, at, from + 1, bound);
      return;
    }
    const name = param.slice(1);
    for (const value of this.values(closure, at.value)) {
      const variable: Scope = { kind: "variable", name, value, outer: scope };
      const constant: Closure = { filter: { kind: "variable", name, line: 1, at: 0 }, scope: variable };
      const bound: Scope = { kind: "closure", key: keyOf(name, 0), closure: constant, outer: variable };
      yield* this.#apply(definition, given, outer, at, from + 1, bound);
    }
  }
}
