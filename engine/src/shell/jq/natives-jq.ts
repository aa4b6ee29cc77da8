import { copyWork } from "./size-json.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { encode } from "../../core/bytes.ts";
import { compareJson } from "./compare-json.ts";
import { format } from "./formats-jq.ts";
import { isArray, isTrue, type Json, typeOf } from "./json.ts";
import { matches } from "./match-jq.ts";
import { NUMBER_FUNCTIONS } from "./numbers-jq.ts";
import { split } from "./operators-jq.ts";
import { deletePaths, described, getPath, JqError, type Path, setPath, textOfValue } from "./paths-jq.ts";
import { type Closure, computed as result, type Place, type Places, ROOT, type Runner } from "./place-jq.ts";
import { broken, seconds, strftime, strptime } from "./times-jq.ts";
import {
  arrayOf,
  bsearch,
  contains,
  flatten,
  fromJson,
  has,
  implode,
  indices,
  items,
  keys,
  length,
  numberOf,
  starts,
  toNumber,
  trimmed,
} from "./values-jq.ts";
import { compactJson } from "./write-json.ts";

type Native = (run: Runner, at: Place, args: readonly Closure[]) => Places;
type OfValues = (input: Json, args: readonly Json[], run: Runner) => Json;

/** A function of its arguments' values: called for each combination, the last argument changing least often. */
const ofValues = (body: OfValues): Native =>
  function* (run, at, args) {
    function* combine(from: number, chosen: readonly Json[]): Places {
      const closure = args[from];
      if (!closure) {
        run.world.spend(copyWork(at.value));
        yield result(body(at.value, chosen, run), at);
      } else for (const value of run.values(closure, at.value)) yield* combine(from - 1, [value, ...chosen]);
    }
    yield* combine(args.length - 1, []);
  };

/** A text that was written or is to be read, paid by its length: there may be much more in a value than its own items. */
function paid(text: string, run: Runner): string {
  run.world.spend(text.length >> 2);
  return text;
}

/** Items with what a filter makes of them, in its order; equal ones stay as they came. */
function keyed(run: Runner, value: Json, by: Closure | undefined, words: string): (readonly [Json, Json])[] {
  return arrayOf(value, words)
    .map((item) => [by ? Array.from(run.values(by, item)) : item, item] as const)
    .toSorted((a, b) => {
      run.world.spend(1);
      return compareJson(a[0], b[0]);
    });
}

const NOT_SORTED = "cannot be sorted, as it is not an array";

function groups(run: Runner, value: Json, by: Closure | undefined): Json[][] {
  const all: Json[][] = [];
  let before: Json | undefined;
  for (const [key, item] of keyed(run, value, by, "cannot be grouped, as it is not an array")) {
    const group = all.at(-1);
    if (group && before !== undefined && compareJson(before, key) === 0) group.push(item);
    else all.push([item]);
    before = key;
  }
  return all;
}

/** The first of the least, or the last of the greatest. */
function extreme(run: Runner, value: Json, by: Closure | undefined, sign: 1 | -1): Json {
  if (!isArray(value)) throw new JqError(`Cannot iterate over ${described(value)}`);
  const list = value;
  let best: readonly [Json, Json] | undefined;
  for (const item of list) {
    const key = by ? Array.from(run.values(by, item)) : item;
    const order = best === undefined ? -1 : sign * compareJson(key, best[0]);
    if (order < 0 || (order === 0 && sign < 0)) best = [key, item];
  }
  return best?.[1] ?? null;
}

const pathOf = (value: Json): Path => {
  if (!isArray(value)) throw new JqError("Path must be specified as an array");
  return value;
};

function* range(run: Runner, at: Place, from: number, to: number, by: number): Places {
  for (let value = from; by > 0 ? value < to : by < 0 && value > to; value += by) {
    run.world.spend(1);
    yield result(value, at);
  }
}

function* recurse(run: Runner, at: Place, step: Closure, depth = 0): Places {
  if (depth > 500) throw notSimulated("recurse of jq this deep", "go on");
  yield at;
  for (const inner of run.paths(step, at)) yield* recurse(run, inner, step, depth + 1);
}

const need = (closure: Closure | undefined): Closure => {
  if (!closure) throw new Error("a function of jq lacks an argument");
  return closure;
};

const NATIVES: Readonly<Record<string, Native>> = {
  "empty/0": function* () {},
  "not/0": ofValues((input) => !isTrue(input)),
  "length/0": ofValues(length),
  "utf8bytelength/0": ofValues((input) => {
    if (typeof input !== "string")
      throw new JqError(`${described(input)} only strings have UTF-8 byte length`);
    return encode(input).length;
  }),
  "keys/0": ofValues((input) => keys(input, true)),
  "keys_unsorted/0": ofValues((input) => keys(input, false)),
  "has/1": ofValues((input, [key = null]) => has(input, key)),
  "contains/1": ofValues((input, [other = null]) => contains(input, other)),
  "type/0": ofValues(typeOf),
  "error/0": ofValues((input) => {
    throw new JqError(input);
  }),
  "tostring/0": ofValues((input, _, run) => paid(textOfValue(input), run)),
  "tonumber/0": ofValues(toNumber),
  "tojson/0": ofValues((input, _, run) => paid(compactJson(input), run)),
  "fromjson/0": ofValues((input, _, run) => {
    if (typeof input !== "string") throw new JqError(`${described(input)} cannot be parsed as JSON`);
    return fromJson(paid(input, run));
  }),
  "infinite/0": ofValues(() => Number.POSITIVE_INFINITY),
  "nan/0": ofValues(() => Number.NaN),
  "isinfinite/0": ofValues((input) => Math.abs(numberOf(input)) === Number.POSITIVE_INFINITY),
  "isnan/0": ofValues((input) => Number.isNaN(numberOf(input))),
  "isnormal/0": ofValues((input) => typeof input === "number" && Number.isFinite(input) && input !== 0),
  "pow/2": ofValues((_, [base = null, power = null]) => numberOf(base) ** numberOf(power)),
  "sort/0": ofValues((input, _, run) => keyed(run, input, undefined, NOT_SORTED).map(([, item]) => item)),
  "sort_by/1": function* (run, at, [by]) {
    yield result(
      keyed(run, at.value, need(by), NOT_SORTED).map(([, item]) => item),
      at,
    );
  },
  "group_by/1": function* (run, at, [by]) {
    yield result(groups(run, at.value, need(by)), at);
  },
  "unique_by/1": function* (run, at, [by]) {
    yield result(
      groups(run, at.value, need(by)).map(([item = null]) => item),
      at,
    );
  },
  "min/0": ofValues((input, _, run) => extreme(run, input, undefined, 1)),
  "max/0": ofValues((input, _, run) => extreme(run, input, undefined, -1)),
  "min_by/1": function* (run, at, [by]) {
    yield result(extreme(run, at.value, need(by), 1), at);
  },
  "max_by/1": function* (run, at, [by]) {
    yield result(extreme(run, at.value, need(by), -1), at);
  },
  "flatten/1": ofValues((input, [depth = null]) => {
    if (numberOf(depth) < 0) throw new JqError("flatten depth must not be negative");
    return flatten(items(input), numberOf(depth));
  }),
  "explode/0": ofValues((input) => {
    if (typeof input !== "string") throw new JqError("explode input must be a string");
    return Array.from(input, (sign) => sign.codePointAt(0) ?? 0);
  }),
  "implode/0": ofValues(implode),
  "ltrimstr/1": ofValues((input, [part = null]) => trimmed(input, part, false)),
  "rtrimstr/1": ofValues((input, [part = null]) => trimmed(input, part, true)),
  "startswith/1": ofValues((input, [part = null]) => starts(input, part, false)),
  "endswith/1": ofValues((input, [part = null]) => starts(input, part, true)),
  "indices/1": ofValues((input, [wanted = null]) => indices(input, wanted)),
  "_indices/1": ofValues((input, [wanted = null]) => indices(input, wanted)),
  "split/1": ofValues((input, [between]) => {
    if (typeof input !== "string" || typeof between !== "string")
      throw new JqError("split input and separator must be strings");
    return split(input, between);
  }),
  "match/2": function* (run, at, [re, flags]) {
    for (const letters of run.values(need(flags), at.value))
      for (const pattern of run.values(need(re), at.value)) {
        run.world.spend(copyWork(at.value));
        for (const match of matches(at.value, pattern, letters)) yield result(match, at);
      }
  },
  "bsearch/1": ofValues((input, [wanted = null]) => bsearch(input, wanted)),
  "format/1": ofValues((input, [name]) => {
    if (typeof name !== "string") throw new JqError(`${described(name ?? null)} is not a valid format`);
    return format(`@${name}`, input);
  }),
  "path/1": function* (run, at, [of]) {
    for (const { path } of run.paths(need(of), { value: at.value, path: ROOT })) {
      if (path === undefined) throw new JqError("Invalid path expression");
      yield result(path, at);
    }
  },
  "getpath/1": function* (run, at, [path]) {
    for (const value of run.values(need(path), at.value)) {
      const steps = pathOf(value);
      yield { value: getPath(at.value, steps), path: at.path && [...at.path, ...steps] };
    }
  },
  "setpath/2": ofValues((input, [path = null, value = null]) => setPath(input, pathOf(path), value)),
  "delpaths/1": ofValues((input, [paths = null]) => deletePaths(input, items(paths).map(pathOf))),
  "recurse/1": function* (run, at, [step]) {
    yield* recurse(run, at, need(step));
  },
  "range/3": function* (run, at, [from, to, by]) {
    for (const start of run.values(need(from), at.value))
      for (const end of run.values(need(to), at.value))
        for (const step of run.values(need(by), at.value))
          yield* range(run, at, numberOf(start), numberOf(end), numberOf(step));
  },
  "first/1": function* (run, at, [of]) {
    for (const one of run.paths(need(of), at)) {
      yield one;
      return;
    }
  },
  "isempty/1": function* (run, at, [of]) {
    yield result(run.first(need(of), at.value) === undefined, at);
  },
  "limit/2": function* (run, at, [count, of]) {
    for (const most of run.values(need(count), at.value)) {
      let left = numberOf(most);
      if (left <= 0) continue;
      for (const one of run.paths(need(of), at)) {
        yield one;
        if (--left <= 0) break;
      }
    }
  },
  "until/2": function* (run, at, [test, step]) {
    let { value } = at;
    while (!isTrue(run.first(need(test), value) ?? null)) {
      run.world.spend(1);
      const next = run.first(need(step), value);
      if (next === undefined) return;
      value = next;
    }
    yield result(value, at);
  },
  "while/2": function* (run, at, [test, step]) {
    let value: Json | undefined = at.value;
    while (value !== undefined && isTrue(run.first(need(test), value) ?? null)) {
      run.world.spend(1);
      yield result(value, at);
      value = run.first(need(step), value);
    }
  },
  "repeat/1": function* (run, at, [step]) {
    if (!run.world.isModern) throw notSimulated("repeat of jq 1.6", "give the same result again and again");
    let value: Json | undefined = at.value;
    while (value !== undefined) {
      run.world.spend(1);
      yield result(value, at);
      value = run.first(need(step), value);
    }
  },
  "fromstream/1": ofValues(() => {
    throw notSimulated("fromstream of jq", "put the values together");
  }),
  "input/0": function* (run, at) {
    const value = run.world.input();
    if (value === undefined) throw new JqError(run.world.isModern ? "No more inputs" : "break");
    yield result(value, at);
  },
  "inputs/0": function* (run, at) {
    for (let value = run.world.input(); value !== undefined; value = run.world.input())
      yield result(value, at);
  },
  "input_filename/0": ofValues((_, __, run) => run.world.inputName() ?? "<stdin>"),
  "debug/0": function* (run, at) {
    run.world.complain(`["DEBUG:",${compactJson(at.value)}]\n`);
    yield at;
  },
  "stderr/0": function* (run, at) {
    run.world.complain(compactJson(at.value));
    yield at;
  },
  "halt/0": ofValues(() => {
    throw new Halt(0, undefined);
  }),
  "halt_error/1": ofValues((input, [status = null]) => {
    throw new Halt(numberOf(status), input);
  }),
  "now/0": ofValues((_, __, run) => run.world.now() / 1000),
  "mktime/0": ofValues((input) => seconds(input, "mktime")),
  "gmtime/0": ofValues((input) => broken(numberOf(input))),
  "strftime/1": ofValues((input, [pattern = null]) => strftime(input, pattern)),
  "strptime/1": ofValues((input, [pattern = null]) => strptime(input, pattern)),
};

/** `halt` and `halt_error`: the program ends here. */
export class Halt {
  readonly status: number;
  /** What `halt_error` prints: a text as it is, anything else as JSON and a line feed. */
  readonly value: Json | undefined;
  constructor(status: number, value: Json | undefined) {
    this.status = status;
    this.value = value;
  }
}

/** What is not written in jq itself, by name and number of arguments. */
export const natives: ReadonlyMap<string, Native> = new Map([
  ...Object.entries(NATIVES),
  ...Object.entries(NUMBER_FUNCTIONS).map(
    ([name, body]) => [`${name}/0`, ofValues((input) => body(numberOf(input)))] as const,
  ),
]);
