import type { Argument, Expression, FormatPart, Loop, Parameter } from "../source/tree.ts";
import { patchedNames } from "./patched-names.ts";
import { quoted } from "./quoted.ts";
import { mangled, notRun, type Scope } from "./scope.ts";

/** Types that are also functions: as a callee they become ours, as a value they stay. */
const callees: Readonly<Record<string, string>> = {
  str: "_d_str",
  int: "_d_int",
  float: "_d_float",
  type: "_d_type",
  bytes: "_d_bytes",
  dict: "_d_dict",
  exec: "_d_exec",
  eval: "_d_eval",
  compile: "_d_compile",
  __import__: "_d_dunder",
};

/** May a name be that of a class, which takes types in brackets? */
const isClass = (name: string): boolean =>
  /^(?:list|dict|tuple|set|frozenset|type)$|^[A-Z]\w*[a-z]/.test(name);

/** A mark in rendered text: from here on the source line is another. The writer makes a line break of it. */
const lineMark = (line: number): string => `\x01${line}\x02`;

/** An expression in MicroPython's dialect, in brackets where it needs them. */
export function renderExpression(value: Expression, scope: Scope): string {
  const go = (one: Expression): string => renderExpression(one, scope);
  switch (value.type) {
    case "Name":
      return value.name === "ExceptionGroup" && !scope.bound.has(value.name)
        ? '_d_of("_d_groups", "ExceptionGroup")'
        : mangled(value.name, scope);
    case "Literal":
      return value.text;
    case "String":
      return quoted(value.value, value.bytes);
    case "Format":
      return format(value.parts, scope);
    case "Tuple":
      if (value.items.some((item) => item.type === "Starred"))
        return `_d_tuple(${gathered(value.items, scope)})`;
      return `(${value.items.map((item) => placed(item, scope)).join(", ")}${value.items.length === 1 ? "," : ""})`;
    case "List":
      if (value.items.some((item) => item.type === "Starred")) return gathered(value.items, scope);
      return `[${value.items.map((item) => placed(item, scope)).join(", ")}]`;
    case "Set":
      if (value.items.some((item) => item.type === "Starred"))
        return `_d_set(${gathered(value.items, scope)})`;
      return `{${value.items.map((item) => placed(item, scope)).join(", ")}}`;
    case "Dict":
      return dict(value.entries, scope);
    case "Starred":
      return `*${go(value.value)}`;
    case "Attribute": {
      const name = mangled(value.name, scope);
      const above = superOf(value.value, scope);
      if (above) return `_d_super(${above}, "${name}")`;
      const owner = value.value.type === "Literal" ? `(${go(value.value)})` : go(value.value);
      const looked = patchedNames.has(name) || scope.onFunctions.has(name);
      return looked ? `_d_get(${owner}, "${name}")` : `${owner}.${name}`;
    }
    case "Subscript":
      return subscript(value, scope);
    case "Slice":
      return `_d_range(${[value.start, value.stop, value.step].map((one) => (one ? go(one) : "None")).join(", ")})`;
    case "Call":
      return call(value, scope);
    case "Unary":
      return value.operator === "not" ? `(not ${go(value.value)})` : `(${value.operator}${go(value.value)})`;
    case "Binary":
      return binary(value, scope);
    case "Logic":
      return `(${value.values.map(go).join(` ${value.operator} `)})`;
    case "Compare":
      if (
        scope.compares &&
        value.rest.length === 1 &&
        value.rest[0] &&
        /^[<>]=?$/.test(value.rest[0].operator)
      )
        return `_d_compare(${go(value.left)}, "${value.rest[0].operator}", ${go(value.rest[0].value)})`;
      return `(${go(value.left)}${value.rest.map((one) => ` ${one.operator} ${go(one.value)}`).join("")})`;
    case "Choice":
      return `(${go(value.yes)} if ${go(value.test)} else ${go(value.no)})`;
    case "Lambda":
      return `(lambda ${renderParameters(value.parameters, scope)}: ${renderExpression(value.body, { ...scope, kind: "function", twin: false })})`;
    case "Comprehension":
      return comprehension(value, { ...scope, twin: false });
    case "Walrus":
      return `(${mangled(value.name, scope)} := ${go(value.value)})`;
    case "Await":
      return `(await _d_await(${go(value.value)}))`;
    case "Yield":
      // What an asynchronous generator gives goes up as what it waits for does, and is known by its wrapping.
      if (scope.gives) return `(yield _d_of("_d_async", "Item")(${value.value ? go(value.value) : "None"}))`;
      if (!value.value) return "(yield)";
      return `(yield ${value.from ? "from " : ""}${go(value.value)})`;
  }
}

/** Operators that MicroPython answers otherwise for some operands. */
const watched: Readonly<Record<string, string>> = {
  "%": "_d_mod",
  "/": "_d_div",
  "//": "_d_floordiv",
  "**": "_d_pow",
};

function binary(value: Extract<Expression, { type: "Binary" }>, scope: Scope): string {
  const { left, operator, right } = value;
  const [a, b] = [renderExpression(left, scope), renderExpression(right, scope)];
  const ours =
    operator === "+" && scope.bytes && !isNumber(left) && !isNumber(right) ? "_d_add" : watched[operator];
  if (operator === "|" && (isType(left) || isType(right))) return `_d_either(${a}, ${b})`;
  // A number that is not zero divides a number as it should; `%` of a name may be that of a text.
  const plain =
    operator === "**"
      ? isWhole(left) && isWhole(right)
      : divides(right) && (operator !== "%" || isNumber(left));
  return ours === undefined || plain ? `(${a} ${operator} ${b})` : `${ours}(${a}, ${b})`;
}

/** May it be a type of `int | None`? */
const isType = (one: Expression): boolean =>
  one.type === "Name"
    ? /^(?:int|str|float|bool|bytes)$/.test(one.name) || isClass(one.name)
    : one.type === "Literal" && one.text === "None";
const isNumber = (one: Expression): boolean => one.type === "Literal" && one.kind === "number";
const isWhole = (one: Expression): boolean => one.type === "Literal" && /^\d+$/.test(one.text);
const divides = (one: Expression): boolean => one.type === "Literal" && /^[1-9]/.test(one.text);

/** A key of a dict: looked at, unless it can be seen to have a hash. */
export function renderKey(key: Expression, scope: Scope): string {
  const text = renderExpression(key, scope);
  const hashable =
    ["Literal", "String", "Format", "Binary", "Compare", "Unary"].includes(key.type) ||
    (key.type === "Tuple" && key.items.every((one) => one.type === "Literal" || one.type === "String"));
  return hashable ? text : `_d_key(${text})`;
}

/** An item of a display or a call: where it stands on a line of its own, so it does in what is rendered. */
function placed(item: Expression, scope: Scope): string {
  const text = renderExpression(item, scope);
  const plain = item.type === "Name" || item.type === "Literal" || item.type === "String";
  return plain || item.at.line === scope.line ? text : `${lineMark(item.at.line)}${text}`;
}

/** A list of what stands side by side and what is spread. */
function gathered(items: readonly Expression[], scope: Scope): string {
  const parts = items.map((item) =>
    item.type === "Starred" ? `_d_each(${renderExpression(item.value, scope)})` : `(${placed(item, scope)},)`,
  );
  return `_d_list(${parts.join(", ")})`;
}

function dict(entries: Extract<Expression, { type: "Dict" }>["entries"], scope: Scope): string {
  const one = (key: Expression, value: Expression): string =>
    `${key.type === "String" ? placed(key, scope) : renderKey(key, scope)}: ${placed(value, scope)}`;
  if (entries.every((entry) => entry.key))
    return `{${entries.map(({ key, value }) => (key ? one(key, value) : "")).join(", ")}}`;
  const parts = entries.map(({ key, value }) =>
    key ? `{${one(key, value)}}` : `_d_mapping(${placed(value, scope)})`,
  );
  return `_d_merged(${parts.join(", ")})`;
}

function subscript(value: Extract<Expression, { type: "Subscript" }>, scope: Scope): string {
  const owner = renderExpression(value.value, scope);
  if (value.value.type === "Name" && isClass(value.value.name))
    return `_d_generic(${owner}, ${renderExpression(value.index, scope)})`;
  const { index } = value;
  if (index.type !== "Slice") return `${owner}[${renderExpression(index, scope)}]`;
  const bound = (one: Expression | null): string => (one ? renderExpression(one, scope) : "None");
  if (index.step)
    return `_d_slice(${owner}, ${bound(index.start)}, ${bound(index.stop)}, ${bound(index.step)})`;
  return `${owner}${renderSlice(index, scope)}`;
}

/** `[a:b]` without a step, which MicroPython understands. */
function renderSlice(index: Extract<Expression, { type: "Slice" }>, scope: Scope): string {
  const bound = (one: Expression | null): string => (one ? renderExpression(one, scope) : "");
  return `[${bound(index.start)}:${bound(index.stop)}]`;
}

/** The class and the object of `super()` before an attribute. */
function superOf(value: Expression, scope: Scope): string | null {
  if (value.type !== "Call" || value.value.type !== "Name" || value.value.name !== "super") return null;
  const { args } = value;
  if (scope.bound.has("super") || args.some(({ kind }) => kind !== "")) return null;
  if (args.length === 2) return args.map((one) => argument(one, scope)).join(", ");
  return args.length === 0 && scope.self && scope.className
    ? `__class__, ${mangled(scope.self, scope)}`
    : null;
}

/** Methods of loggers: where they are called from is told, since a record may show it. */
const logs = new Set(["debug", "info", "warning", "warn", "error", "exception", "critical", "log"]);

const isNamed = ({ kind }: Argument): boolean => kind === "=" || kind === "**";

function call(value: Extract<Expression, { type: "Call" }>, scope: Scope): string {
  const { value: callee } = value;
  // Both work out stars before keywords, wherever they stand; MicroPython mixes them up unless they stand so.
  const args = [...value.args.filter((one) => !isNamed(one)), ...value.args.filter(isNamed)];
  let name = renderExpression(callee, scope);
  if (callee.type === "Attribute" && logs.has(callee.name) && scope.places)
    name = `_d_logs(${renderExpression(callee.value, scope)}, "${callee.name}", (${value.at.line}, ${quoted(scope.function ?? "<module>")}, _d_globals()))`;
  if (callee.type === "Name") {
    const own = Object.hasOwn(callees, callee.name) ? callees[callee.name] : undefined;
    if (own !== undefined && scope.bound.has(callee.name)) {
      const rendered = args.map((one) => argument(one, scope));
      return `_d_own(${[name, quoted(callee.name), own, "_d_globals"].join(", ")})(${rendered.join(", ")})`;
    }
    name = own ?? name;
    if (callee.name === "locals" && args.length === 0) {
      if (scope.kind !== "module") notRun("locals() in a function", value.at.line);
      return "_d_globals()";
    }
    if (["exec", "eval"].includes(callee.name) && args.length === 1)
      return `${name}(${argument(args[0], scope)}, _d_globals())`;
    if (["vars", "dir"].includes(callee.name) && args.length === 0)
      notRun(`${callee.name}() without an argument`, value.at.line);
    if (callee.name === "super" && args.length > 0) notRun("super() as a value", value.at.line);
  } else if (callee.type === "Lambda" || callee.type === "Literal") name = `(${name})`;
  const handed = handing(callee);
  const rendered = args.map((one) => {
    const forThread = scope.threads && (handed || one.name === "target") && !one.kind.startsWith("*");
    const given = forThread ? forThreads(one.value, scope) : null;
    if (given === null) return argument(one, scope);
    return one.kind === "=" ? `${mangled(one.name, scope)}=${given}` : given;
  });
  // The call itself is on the line where it begins, whatever the lines of its arguments.
  if (rendered.some((text) => text.includes("\x01")))
    rendered.push(`${lineMark(value.at.line)}${args.some(isNamed) ? "**{}" : "*()"}`);
  if (scope.twin && callee.type === "Attribute" && !superOf(callee.value, scope)) {
    const owner = renderExpression(callee.value, scope);
    const method = `"${mangled(callee.name, scope)}"`;
    return `(yield from _d_calls(${[owner, method, ...rendered].join(", ")}))`;
  }
  if (scope.twin && callee.type === "Name" && (scope.bound.has(callee.name) || callee.name === "sleep"))
    return `(yield from _d_call(${[name, ...rendered].join(", ")}))`;
  return `${name}(${rendered.join(", ")})`;
}

/** Does a call hand its arguments to a thread? */
const handing = (callee: Expression): boolean =>
  (callee.type === "Attribute" && ["Thread", "Timer", "submit", "map"].includes(callee.name)) ||
  (callee.type === "Name" && ["Thread", "Timer"].includes(callee.name));

/** What a thread is handed: a method whose object is known, or a function of one expression with its twin. */
function forThreads(given: Expression, scope: Scope): string | null {
  if (given.type === "Attribute")
    return `_d_method(${renderExpression(given.value, scope)}, "${mangled(given.name, scope)}")`;
  if (given.type !== "Lambda") return null;
  const head = `lambda ${renderParameters(given.parameters, scope)}: `;
  const twin = renderExpression(given.body, { ...scope, kind: "function", twin: true });
  if (!twin.includes("(yield from ")) return null;
  return `_d_twin(${head}${twin})(${renderExpression(given, scope)})`;
}

function argument(one: Argument | undefined, scope: Scope): string {
  if (!one) return "";
  const value = one.kind === "" ? placed(one.value, scope) : renderExpression(one.value, scope);
  if (one.kind === "=") return `${mangled(one.name, scope)}=${value}`;
  return `${one.kind}${value}`;
}

/** What a parameter is called that no keyword may name. */
export const byPlace = (name: string): string => `_d_at_${name}`;

/** Parameters without what MicroPython does not know: the slash, and annotations. `hides`: those before a slash have other names. */
export function renderParameters(parameters: readonly Parameter[], scope: Scope, hides = false): string {
  const parts: string[] = [];
  for (const [place, one] of parameters.entries()) {
    const name = hides && one.kind === "/" ? byPlace(one.name) : mangled(one.name, scope);
    const value = one.value ? `=${renderExpression(one.value, scope)}` : "";
    const before = parameters[place - 1]?.kind;
    if (one.kind === "*" && before !== "*" && before !== "*args") parts.push("*");
    if (one.kind === "*args") parts.push(`*${name}`);
    else if (one.kind === "**kwargs") parts.push(`**${name}`);
    else parts.push(`${name}${value}`);
  }
  return parts.join(", ");
}

function comprehension(value: Extract<Expression, { type: "Comprehension" }>, scope: Scope): string {
  const key = value.kind === "dict" ? renderKey(value.key, scope) : renderExpression(value.key, scope);
  const loops = value.loops.map((loop) => (loop.isAsync ? "" : renderLoop(loop, scope))).join("");
  const inside = [value.key, value.value, ...value.loops.flatMap(({ tests }) => tests)];
  if (value.loops.length > 1 && value.loops.some(({ isAsync }) => isAsync))
    notRun("an asynchronous comprehension", value.at.line);
  if (inside.some((one) => one && renderExpression(one, scope).includes("(await _d_await(")))
    notRun("await in a comprehension", value.at.line);
  const [only] = value.loops;
  if (only?.isAsync && value.loops.length === 1) {
    const target = whole(only.target, value.at.line);
    const of = (text: string): string =>
      only.target.type === "Name"
        ? `lambda ${target}: ${text}`
        : `lambda _d_v: (lambda ${target}: ${text})(*_d_v)`;
    const made =
      value.kind === "dict" && value.value ? `(${key}, ${renderExpression(value.value, scope)})` : key;
    const test = only.tests.map((one) => renderExpression(one, scope)).join(" and ") || "True";
    if (value.kind === "generator") notRun("an asynchronous generator expression", value.at.line);
    const source = renderExpression(only.source, scope);
    return `(await _d_of("_d_async", "gathered")("${value.kind}", ${source}, ${of(test)}, ${of(made)}))`;
  }
  switch (value.kind) {
    case "list":
      return `[${key}${loops}]`;
    case "set":
      return `{${key}${loops}}`;
    case "dict":
      return `{${key}: ${value.value ? renderExpression(value.value, scope) : ""}${loops}}`;
    case "generator":
      return `(${key}${loops})`;
  }
}

/** The parameters that stand for the target of a loop. */
function whole(target: Expression, line: number): string {
  if (target.type === "Name") return target.name;
  const names = target.type === "Tuple" ? target.items : [];
  if (names.length === 0 || names.some(({ type }) => type !== "Name"))
    notRun("an asynchronous comprehension", line);
  return names.map((one) => (one.type === "Name" ? one.name : "")).join(", ");
}

function renderLoop({ target, source, tests }: Loop, scope: Scope): string {
  const conditions = tests.map((test) => ` if ${renderExpression(test, scope)}`).join("");
  return ` for ${renderTarget(target, scope)} in ${renderExpression(source, scope)}${conditions}`;
}

/** The left side of an assignment. */
export function renderTarget(target: Expression, scope: Scope): string {
  switch (target.type) {
    case "Tuple":
    case "List":
      return `(${target.items.map((item) => renderTarget(item, scope)).join(", ")}${target.items.length === 1 ? "," : ""})`;
    case "Starred":
      return `*${renderTarget(target.value, scope)}`;
    case "Attribute": {
      const inner = renderExpression(target.value, scope);
      const owner = target.value.type === "Literal" ? `(${inner})` : inner;
      const name = mangled(target.name, scope);
      if (name === "__class__") notRun("giving an object another class", target.at.line);
      return scope.onFunctions.has(name) ? `_d_holder(${owner}).${name}` : `${owner}.${name}`;
    }
    case "Subscript": {
      const owner = renderExpression(target.value, scope);
      if (target.index.type !== "Slice") return `${owner}[${renderKey(target.index, scope)}]`;
      if (target.index.step) notRun("assigning to a slice with a step", target.at.line);
      return `${owner}${renderSlice(target.index, scope)}`;
    }
    default:
      return renderExpression(target, scope);
  }
}

function format(parts: readonly FormatPart[], scope: Scope): string {
  const rendered = parts.map((part) => {
    if (typeof part === "string") return quoted(part);
    const value = renderExpression(part.value, scope);
    const conversion = part.label && !part.conversion && part.spec.length === 0 ? "r" : part.conversion;
    const spec = part.spec.length > 0 ? format(part.spec, scope) : '""';
    const shown =
      conversion || part.spec.length > 0
        ? `_d_show(${value}, "${conversion}", ${spec})`
        : `_d_shown(${value})`;
    return part.label ? `${quoted(part.label)} + ${shown}` : shown;
  });
  if (rendered.length === 0) return '""';
  if (rendered.length === 1) return `(${rendered[0] ?? ""})`;
  return `"".join((${rendered.join(", ")}))`;
}
