import { CallError, functions } from "./functions.ts";
import { type Node, type Operand, parseTemplate, type Pipe } from "./parse.ts";
import { TemplateError } from "./template-error.ts";
import { isList, isMap, isTrue, print, Row, Struct, type Value } from "./value.ts";

const NAMES: ReadonlySet<string> = new Set(functions.keys());
const MAX_STEPS = 100_000;

/** What was written until the template came to its end or to an error; `error` is all after `template parsing error: `. */
interface Rendered {
  readonly text: string;
  readonly error?: string;
}

/** A template of `--format`, read once. */
export interface Template {
  render(data: Value): Rendered;
}

/** Reads a `--format` text; `error` is all after `template parsing error: `. */
export function compileTemplate(source: string): Template | { readonly error: string } {
  try {
    const nodes = parseTemplate(source, NAMES);
    return { render: (data) => render(nodes, data) };
  } catch (error) {
    if (error instanceof TemplateError) return { error: error.message };
    throw error;
  }
}

function render(nodes: readonly Node[], data: Value): Rendered {
  let text = "";
  let steps = 0;
  type Scope = ReadonlyMap<string, Value>;

  function run(list: readonly Node[], dot: Value, outer: Scope): void {
    let scope = outer;
    for (const node of list) {
      if (++steps > MAX_STEPS) throw new TemplateError("template: too many steps");
      if (node.kind === "text") {
        text += node.text;
        continue;
      }
      const value = evaluate(node.pipe, dot, scope);
      const [name] = node.pipe.names;
      if (node.kind === "action") {
        if (name !== undefined) scope = new Map([...scope, [name, value]]);
        else text += print(value);
        continue;
      }
      if (node.kind === "range") {
        const items: [Value, Value][] = isList(value)
          ? value.map((item, i) => [i, item])
          : isMap(value)
            ? Object.keys(value)
                .sort()
                .map((key) => [key, value[key]])
            : [];
        for (const [key, item] of items) {
          const names = node.pipe.names;
          const inner = new Map(scope);
          if (names.length === 1) inner.set(names[0] ?? "", item);
          if (names.length === 2) inner.set(names[0] ?? "", key).set(names[1] ?? "", item);
          run(node.body, item, inner);
        }
        if (items.length === 0) run(node.otherwise, dot, scope);
        continue;
      }
      const inner = name === undefined ? scope : new Map([...scope, [name, value]]);
      if (isTrue(value)) run(node.body, node.kind === "with" ? value : dot, inner);
      else run(node.otherwise, dot, inner);
    }
  }

  function evaluate(pipe: Pipe, dot: Value, scope: Scope): Value {
    let value: Value;
    for (const [i, command] of pipe.commands.entries()) {
      const [first, ...rest] = command;
      if (!first) continue;
      const args = rest.map((operand) => operandValue(operand, dot, scope));
      if (i > 0) args.push(value);
      value = first.kind === "function" ? call(first, args) : operandValue(first, dot, scope);
    }
    return value;
  }

  function call(operand: Extract<Operand, { kind: "function" }>, args: readonly Value[]): Value {
    try {
      return functions.get(operand.name)?.(args);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      throw new TemplateError(
        `template: :${operand.line}:${operand.at}: executing "" at <${operand.name}>: ${error.message}`,
      );
    }
  }

  function operandValue(operand: Operand, dot: Value, scope: Scope): Value {
    switch (operand.kind) {
      case "literal":
        return operand.value;
      case "pipe":
        return evaluate(operand.pipe, dot, scope);
      case "function":
        return call(operand, []);
      case "variable":
        return operand.path.reduce<Value>(
          (value, name) => (isMap(value) ? value[name] : undefined),
          operand.name === "$" ? data : scope.get(operand.name),
        );
      case "field": {
        const from = operand.of ? operandValue(operand.of, dot, scope) : dot;
        return operand.path.reduce<Value>((value, name) => field(value, name, operand), from);
      }
    }
  }

  function field(value: Value, name: string, operand: Extract<Operand, { kind: "field" }>): Value {
    const fail = (reason: string): TemplateError =>
      new TemplateError(
        `template: :${operand.line}:${operand.at}: executing "" at <${operand.text}>: ${reason}`,
      );
    if (value instanceof Row) {
      if (value.fields.has(name)) return value.fields.get(name);
      throw fail(`can't evaluate field ${name} in type ${value.type}`);
    }
    if (value instanceof Struct) {
      if (value.fields.has(name)) return value.fields.get(name);
      throw fail(`map has no entry for key ${JSON.stringify(name)}`);
    }
    if (isMap(value)) {
      if (Object.hasOwn(value, name)) return value[name];
      throw fail(`map has no entry for key ${JSON.stringify(name)}`);
    }
    if (value === null || value === undefined) throw fail(`nil pointer evaluating interface {}.${name}`);
    throw fail(`can't evaluate field ${name} in type interface {}`);
  }

  try {
    run(nodes, data, new Map());
    return { text };
  } catch (error) {
    if (error instanceof TemplateError) return { text, error: error.message };
    throw error;
  }
}
