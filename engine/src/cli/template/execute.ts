import { encode } from "../../core/bytes.ts";
import { CallError } from "./call-error.ts";
import { fieldOf } from "./field-of.ts";
import type { Parameter, TemplateFunction } from "./functions.ts";
import { goType } from "./go-type.ts";
import {
  type Block,
  type Command,
  type Node,
  nodeText,
  type Operand,
  type Pipe,
  type Place,
} from "./node.ts";
import type { ParsedTemplate } from "./parse.ts";
import { TemplateError } from "./template-error.ts";
import { isList, isMap, isTrue, NIL, print, Row, type Value } from "./value.ts";

/** What a template is run on. */
export interface Data {
  readonly value: Value;
  readonly functions: ReadonlyMap<string, TemplateFunction>;
  /** Values are what a JSON decoder made of them, and a name that is not there is an error. */
  readonly raw: boolean;
}

const MAX_STEPS = 100_000;
const MAX_TEXT = 4_000_000;
const MAX_INCLUSIONS = 100;

/** No argument comes through the pipe. */
const NOTHING = Symbol("nothing");
type Final = Value | typeof NOTHING;

/** Ends a turn of the loop around it. */
class Jump extends Error {
  readonly kind: "break" | "continue";
  constructor(kind: "break" | "continue") {
    super();
    this.kind = kind;
  }
}

/** Runs a template (Go's text/template, exec.go): values, places of errors and their words are Go's. */
export function execute(
  {
    parsed,
    source,
    name,
  }: { readonly parsed: ParsedTemplate; readonly source: string; readonly name: string },
  { value: data, functions, raw }: Data,
): { readonly text: string; readonly error?: string } {
  let text = "";
  let steps = 0;
  let included = 0;
  let place: Place | undefined;
  let variables: { readonly name: string; value: Value }[] = [{ name: "$", value: data }];

  function fail(reason: string): TemplateError {
    if (!place) return new TemplateError(`template: ${name}: ${reason}`);
    const before = source.slice(0, place.at);
    const column = encode(before.slice(before.lastIndexOf("\n") + 1)).length;
    const where = `${name}:${before.split("\n").length}:${column}`;
    return new TemplateError(
      `template: ${where}: executing ${JSON.stringify(name)} at <${nodeText(place)}>: ${reason}`,
    );
  }

  function walk(list: readonly Node[], dot: Value): void {
    for (const node of list) {
      if (++steps > MAX_STEPS || text.length > MAX_TEXT) throw fail("too many steps");
      switch (node.kind) {
        case "text":
          text += node.text;
          break;
        case "action": {
          const value = evaluate(node.pipe, dot);
          if (node.pipe.names.length === 0) text += print(value);
          break;
        }
        case "break":
        case "continue":
          throw new Jump(node.kind);
        case "template":
          include(node, dot);
          break;
        case "range":
          repeat(node, dot);
          break;
        default: {
          const mark = variables.length;
          const value = evaluate(node.pipe, dot);
          if (isTrue(value)) walk(node.body, node.kind === "with" ? value : dot);
          else walk(node.otherwise, dot);
          variables.length = mark;
        }
      }
    }
  }

  function include(node: Extract<Node, { kind: "template" }>, dot: Value): void {
    place = node;
    const body = parsed.defined.get(node.name);
    if (!body) throw fail(`template ${JSON.stringify(node.name)} not defined`);
    if (++included > MAX_INCLUSIONS) throw fail(`exceeded maximum template depth (${MAX_INCLUSIONS})`);
    const value = node.pipe ? evaluate(node.pipe, dot) : undefined;
    const outer = variables;
    variables = [{ name: "$", value }];
    walk(body, value);
    variables = outer;
    included--;
  }

  function repeat(node: Block, dot: Value): void {
    const mark = variables.length;
    const value = evaluate(node.pipe, dot);
    const items = itemsOf(value);
    const { names } = node.pipe;
    const inner = variables.length;
    for (const [key, item] of items) {
      const last = variables[inner - 1];
      const first = variables[inner - 2];
      if (names.length > 0 && last) last.value = item;
      if (names.length > 1 && first) first.value = key;
      if (++steps > MAX_STEPS) throw fail("too many steps");
      try {
        walk(node.body, item);
      } catch (jump) {
        if (!(jump instanceof Jump)) throw jump;
        if (jump.kind === "break") break;
      }
      variables.length = inner;
    }
    variables.length = inner;
    if (items.length === 0) walk(node.otherwise, dot);
    variables.length = mark;
  }

  function itemsOf(value: Value): readonly (readonly [Value, Value])[] {
    if (isList(value)) return value.map((item, i) => [i, item]);
    if (isMap(value)) {
      return Object.keys(value)
        .sort()
        .map((key) => [key, value[key]]);
    }
    if (value === undefined || value === null || value === NIL) return [];
    if (typeof value === "number" && Number.isInteger(value) && !raw) {
      if (value > MAX_STEPS) throw fail("too many steps");
      return Array.from({ length: Math.max(0, value) }, (_, i) => [i, i]);
    }
    throw fail(`range can't iterate over ${print(value)}`);
  }

  function evaluate(pipe: Pipe, dot: Value): Value {
    place = pipe;
    let value: Final = NOTHING;
    for (const command of pipe.commands) {
      if (++steps > MAX_STEPS) throw fail("too many steps");
      value = run(command, dot, value);
      // A nil of no type is no value any more where Go digs out what an interface holds.
      if (raw && value === null) value = undefined;
    }
    const result: Value = value === NOTHING ? undefined : value;
    for (const one of pipe.names) {
      if (!pipe.assigns) variables.push({ name: one, value: result });
      else {
        const known = variables.findLast((it) => it.name === one);
        if (!known) throw fail(`undefined variable: ${one}`);
        known.value = result;
      }
    }
    return result;
  }

  function run(command: Command, dot: Value, final: Final): Value {
    const [first, ...args] = command.operands;
    if (!first) return undefined;
    const alone = (): void => {
      if (args.length > 0 || final !== NOTHING)
        throw fail(`can't give argument to non-function ${nodeText(first)}`);
    };
    switch (first.kind) {
      case "field":
      case "chain":
        return chained(first, dot, args, final);
      case "variable":
        if (first.path.length > 0) return chained(first, dot, args, final);
        place = first;
        alone();
        return variable(first.name);
      case "function":
        return call(first, command, args, dot, final);
      case "pipe":
        alone();
        return evaluate(first, dot);
      case "nil":
        place = first;
        alone();
        throw fail("nil is not a command");
      case "dot":
        place = first;
        alone();
        return dot;
      case "literal":
        place = first;
        alone();
        return first.value;
    }
  }

  const variable = (wanted: string): Value => variables.findLast((it) => it.name === wanted)?.value;

  function chained(
    operand: Extract<Operand, { kind: "field" | "chain" | "variable" }>,
    dot: Value,
    args: readonly Operand[] = [],
    final: Final = NOTHING,
  ): Value {
    place = operand;
    let value =
      operand.kind === "field"
        ? dot
        : operand.kind === "variable"
          ? variable(operand.name)
          : argument(operand.of, "any", dot);
    for (const [i, one] of operand.path.entries()) {
      const isLast = i === operand.path.length - 1;
      if (isLast && value instanceof Row && Object.hasOwn(value.methods, one)) {
        const method = value.methods[one];
        const given = readArguments(one, ["string"], args, dot, final);
        value = method?.(print(given[0]));
        continue;
      }
      const found = fieldOf(value, one, raw);
      if ("error" in found) throw fail(found.error);
      if (isLast && (args.length > 0 || final !== NOTHING)) {
        if (value instanceof Row) readArguments(one, [], args, dot, final);
        throw fail(
          isMap(value)
            ? `${one} is not a method but has arguments`
            : `${one} has arguments but cannot be invoked as function`,
        );
      }
      value = found.value;
    }
    return value;
  }

  /** The arguments of something that takes a fixed number of them. */
  function readArguments(
    called: string,
    takes: readonly Parameter[],
    args: readonly Operand[],
    dot: Value,
    final: Final,
  ): Value[] {
    const count = args.length + (final === NOTHING ? 0 : 1);
    if (count !== takes.length)
      throw fail(`wrong number of args for ${called}: want ${takes.length} got ${count}`);
    const given = args.map((arg, i) => argument(arg, takes[i] ?? "any", dot));
    if (final !== NOTHING) given.push(fitted(final, takes.at(-1) ?? "any"));
    return given;
  }

  function call(
    operand: Extract<Operand, { kind: "function" }>,
    command: Place,
    args: readonly Operand[],
    dot: Value,
    final: Final,
  ): Value {
    place = operand;
    const callee = functions.get(operand.name);
    if (!callee) throw fail(`${JSON.stringify(operand.name)} is not a defined function`);
    const { takes, more } = callee;
    const given: Value[] = [];
    if (more === undefined) given.push(...readArguments(operand.name, takes, args, dot, final));
    else {
      const count = args.length + (final === NOTHING ? 0 : 1);
      if (count < takes.length)
        throw fail(
          `wrong number of args for ${operand.name}: want at least ${takes.length} got ${args.length}`,
        );
      for (const [i, arg] of args.entries()) {
        const value = argument(arg, takes[i] ?? more, dot);
        // These two look no further than they need.
        if ((operand.name === "and" && !isTrue(value)) || (operand.name === "or" && isTrue(value)))
          return value;
        given.push(value);
      }
      if (final !== NOTHING) given.push(fitted(final, takes[args.length] ?? more));
    }
    try {
      const result = callee.call(given);
      if (typeof result === "string" && result.length > MAX_TEXT) throw new CallError("text too long");
      return result;
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      place = command;
      throw fail(`error calling ${operand.name}: ${error.message}`);
    }
  }

  function argument(operand: Operand, type: Parameter, dot: Value): Value {
    place = operand;
    switch (operand.kind) {
      case "dot":
        return fitted(dot, type);
      case "nil":
        if (type === "string" || type === "int") throw fail(`cannot assign nil to ${type}`);
        return type === "any" ? undefined : null;
      case "field":
      case "chain":
        return fitted(chained(operand, dot), type);
      case "variable":
        return fitted(operand.path.length > 0 ? chained(operand, dot) : variable(operand.name), type);
      case "pipe":
        return fitted(evaluate(operand, dot), type);
      case "function":
        return fitted(call(operand, operand, [], dot, NOTHING), type);
      default: {
        const { value } = operand;
        if (type === "string" && typeof value !== "string")
          throw fail(`expected string; found ${operand.text}`);
        if (type === "int" && !Number.isInteger(value)) throw fail(`expected integer; found ${operand.text}`);
        if (type === "[]string") throw fail(`can't handle ${operand.text} for arg of type []string`);
        return value;
      }
    }
  }

  /** The value where the parameter takes it. */
  function fitted(value: Value, type: Parameter): Value {
    if (type === "any") return value;
    if (value === undefined) {
      if (type === "[]string") return null;
      throw fail(`invalid value; expected ${type}`);
    }
    if (value === null && type === "[]string" && !raw) return null;
    const actual = goType(value, raw);
    if (actual === type || (type === "[]string" && isList(value) && value.length === 0 && !raw)) return value;
    throw fail(`wrong type for value; expected ${type}; got ${actual}`);
  }

  try {
    walk(parsed.body, data);
    return { text };
  } catch (error) {
    if (error instanceof TemplateError) return { text, error: error.message };
    throw error;
  }
}
