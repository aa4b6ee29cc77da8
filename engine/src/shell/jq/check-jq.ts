import { library } from "./library-jq.ts";
import { natives } from "./natives-jq.ts";
import { type Filter, keyOf, type Pattern } from "./tree-jq.ts";

/** Functions that jq has and Drydock lacks: calling one is told, not refused. */
const LACKING: ReadonlySet<string> = new Set(
  `
  JOIN/2 JOIN/3 JOIN/4 ascii/0 builtins/0 dateadd/2 datesub/2 get_search_list/0 input_line_number/0 localtime/0
  modulemeta/0 strflocaltime/1 truncate_stream/1 truncate_stream/2
  acos/0 acosh/0 asin/0 asinh/0 atan/0 atan2/2 atanh/0 copysign/2 cosh/0 drem/2 expm1/0 fdim/2 fma/3 fmax/2 fmin/2 fmod/2 frexp/0
  gamma/0 hypot/2 j0/0 j1/0 ldexp/2 lgamma/0 lgamma_r/0 log1p/0 logb/0 modf/0 nearbyint/0 nextafter/2 nexttoward/2 rint/0
  scalb/2 scalbln/2 significand/0 sinh/0 tanh/0 tgamma/0 y0/0 y1/0
  abs/0 add/1 debug/1 have_decnum/0 have_literal_numbers/0 ltrim/0 pick/1 rtrim/0 scan/2 skip/2 toarray/0 trim/0 trimstr/1
  `
    .trim()
    .split(/\s+/),
);

interface Names {
  readonly functions: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
}

/** What a program calls that nothing defines, in jq's words: `foo/0`, `$x`; `at` is where. */
interface Missing {
  readonly name: string;
  readonly at: number;
}

/** The first name that nothing defines; undefined where all is there. */
export function undefinedName(filter: Filter, variables: Iterable<string>): Missing | undefined {
  const known = new Set([...variables, "ENV", "__loc__"]);
  return check(filter, { functions: new Set(), variables: known, labels: new Set() });
}

const first = (...found: readonly (Missing | undefined)[]): Missing | undefined =>
  found.find((one) => one !== undefined);

function check(filter: Filter, names: Names): Missing | undefined {
  const all = (...filters: readonly (Filter | undefined)[]): Missing | undefined =>
    first(...filters.map((one) => one && check(one, names)));
  switch (filter.kind) {
    case "identity":
    case "recurse":
    case "literal":
    case "format":
      return undefined;
    case "text":
      return all(...filter.parts.filter((part) => typeof part !== "string"));
    case "index":
      return all(filter.of, filter.key);
    case "slice":
      return all(filter.of, filter.from, filter.to);
    case "each":
      return all(filter.of);
    case "array":
    case "negate":
      return all(filter.body);
    case "object":
      return all(...filter.entries.flat());
    case "pipe":
    case "comma":
    case "and":
    case "or":
    case "else":
    case "operator":
    case "assign":
      return all(filter.left, filter.right);
    case "if":
      return all(filter.test, filter.then, filter.otherwise);
    case "try":
      return all(filter.body, filter.handler);
    case "reduce":
    case "foreach": {
      const inner = bound(filter.as, names);
      const extract = filter.kind === "foreach" ? filter.extract : undefined;
      return first(
        all(filter.of, filter.init),
        check(filter.update, inner),
        extract && check(extract, inner),
      );
    }
    case "bind":
      return first(all(filter.of), check(filter.body, bound(filter.as, names)));
    case "define": {
      const { definition } = filter;
      const functions = new Set([...names.functions, keyOf(definition.name, definition.params.length)]);
      const inside = definition.params.map((param) => param.replace("$", ""));
      const inner: Names = {
        labels: names.labels,
        functions: new Set([...functions, ...inside.map((name) => keyOf(name, 0))]),
        variables: new Set([
          ...names.variables,
          ...definition.params.filter((param) => param.startsWith("$")).map((param) => param.slice(1)),
        ]),
      };
      return first(check(definition.body, inner), check(filter.body, { ...names, functions }));
    }
    case "label":
      return check(filter.body, { ...names, labels: new Set([...names.labels, filter.name]) });
    case "break":
      return names.labels.has(filter.name) ? undefined : { name: `$*label-${filter.name}`, at: filter.at };
    case "variable":
      return names.variables.has(filter.name) ? undefined : { name: `$${filter.name}`, at: filter.at };
    case "call": {
      const key = keyOf(filter.name, filter.args.length);
      const known = names.functions.has(key) || natives.has(key) || library().has(key) || LACKING.has(key);
      return known ? all(...filter.args) : { name: key, at: filter.at };
    }
  }
}

function bound(pattern: Pattern, names: Names): Names {
  const variables = new Set(names.variables);
  const add = (one: Pattern): void => {
    if (one.kind === "name") variables.add(one.name);
    else if (one.kind === "items") one.items.forEach(add);
    else
      for (const { name, value } of one.entries) {
        if (name !== undefined) variables.add(name);
        if (value) add(value);
      }
  };
  add(pattern);
  return { ...names, variables };
}
