import type { Expression, Parameter, Statement } from "../source/tree.ts";
import { quoted } from "./quoted.ts";
import { renderAnnotation } from "./render-annotation.ts";
import { byPlace, renderExpression, renderParameters } from "./render-expression.ts";
import { hasTwin } from "./render-twin.ts";
import { mangled, type Scope } from "./scope.ts";
import type { Writer } from "./writer.ts";

type Block = (body: readonly Statement[], scope: Scope, out: Writer) => void;

/** MicroPython takes a dotted name with or without a call behind `@`; anything else goes through a function. */
function renderDecorator(value: Expression, scope: Scope): string {
  const text = renderExpression(value, scope);
  return /^[\w.]+$/.test(text) ? text : `_d_same(${text})`;
}

/** `def`, with its annotations evaluated first, as CPython does. */
export function renderFunction(
  one: Extract<Statement, { type: "Function" }>,
  scope: Scope,
  out: Writer,
  block: Block,
): void {
  const line = one.at.line;
  if (!hasTwin(one, scope))
    for (const decorator of one.decorators)
      out.line(`@${renderDecorator(decorator, { ...scope, line: decorator.at.line })}`, decorator.at.line);
  const annotated = [
    ...one.parameters.map((parameter) => [parameter.name, parameter.annotation] as const),
    ["return", one.returns] as const,
  ].flatMap(([name, note]) => (note ? [[name, note] as const] : []));
  // Pairs of a name and its annotation; `None` where they stay unevaluated.
  const notes =
    (scope.lazyAnnotations || one.types.length > 0) && annotated.length > 0
      ? ["None"]
      : annotated.map(
          ([name, note]) => `${quoted(name)}, ${renderAnnotation(note, { ...scope, line: note.at.line })}`,
        );
  const name = mangled(one.name, scope);
  const told = `${scope.prefix}${one.name}`;
  const shape = one.parameters
    .map((parameter) => `${parameter.kind || "-"} ${parameter.name}${parameter.value ? " =" : ""}`)
    .join(",");
  const gives = one.isAsync && yields(one.body);
  const inner: Scope = {
    ...scope,
    gives,
    // What stands for a type is known to annotations alone, and those are as good as text.
    lazyAnnotations: scope.lazyAnnotations || one.types.length > 0,
    twin: false,
    kind: "function",
    prefix: `${told}.<locals>.`,
    function: one.name,
    ...selfOf(one.parameters),
  };
  const parameters = renderParameters(one.parameters, scope, true);
  const twin = hasTwin(one, scope);
  const [, , error, trace] = one.parameters;
  // MicroPython gives no traceback to `__exit__`.
  const begins = one.parameters
    .filter(({ kind }) => kind === "/")
    .map((parameter) => `${mangled(parameter.name, scope)} = ${byPlace(parameter.name)}`);
  if (scope.kind === "class" && /^__a?exit__$/.test(one.name) && error && trace?.kind === "")
    begins.push(`${trace.name} = _d_trace(${error.name}, ${trace.name})`);
  const begin = (): void => out.indented(() => begins.forEach((text) => out.line(text, line)));
  if (twin) {
    out.line(`def _d_twin_${one.name}(${parameters}):`, line);
    // MicroPython leaves out what stands below `if False`.
    out.indented(() => out.line("for _d_none in (): yield", line));
    begin();
    block(one.body, { ...inner, twin: true }, out);
    for (const decorator of one.decorators)
      out.line(`@${renderDecorator(decorator, { ...scope, line: decorator.at.line })}`, decorator.at.line);
    out.line(`@_d_twin(_d_twin_${one.name})`, line);
  }
  if (gives) out.line('@_d_of("_d_async", "generator")', line);
  // Innermost, so that decorators get a function that is known by its full name.
  out.line(
    `@_d_def(${quoted(told)}, ${quoted(shape)}, ${quoted(docstring(one.body) ?? "\0")}${notes.map((note) => `, ${note}`).join("")})`,
    line,
  );
  out.line(`${one.isAsync ? "async " : ""}def ${name}(${parameters}):`, line);
  begin();
  block(one.body, inner, out);
}

/** Does a body give values itself, in no function inside it? */
function yields(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(yields);
  if (typeof value !== "object" || value === null) return false;
  const { type } = value as { readonly type?: string };
  if (type === "Yield") return true;
  return !["Function", "Class", "Lambda"].includes(type ?? "") && Object.values(value).some(yields);
}

const selfOf = (parameters: readonly Parameter[]): Pick<Scope, "self"> => {
  const [first] = parameters;
  return first && !first.kind.startsWith("*") ? { self: first.name } : {};
};

/** `class`, with its annotations kept and its name in full. */
export function renderClass(
  one: Extract<Statement, { type: "Class" }>,
  scope: Scope,
  out: Writer,
  block: Block,
): void {
  const line = one.at.line;
  for (const decorator of one.decorators)
    out.line(`@${renderDecorator(decorator, { ...scope, line: decorator.at.line })}`, decorator.at.line);
  const args = one.args.map(({ kind, name, value }) => {
    // `Base[T]` is as good as `Base` where T stands for a type of this class.
    const bare = value.type === "Subscript" && names(value.index).some((name) => one.types.includes(name));
    const text = renderExpression(bare ? value.value : value, scope);
    return kind === "=" ? `${name}=${text}` : `${kind}${text}`;
  });
  const told = `${scope.prefix}${one.name}`;
  out.line(`class ${mangled(one.name, scope)}(${args.join(", ")}):`, line);
  out.indented(() => {
    out.line(`__module__ = __name__`, line);
    out.line(`__qualname__ = ${quoted(told)}`, line);
    out.line("__annotations__ = {}", line);
    const doc = docstring(one.body);
    out.line(`__doc__ = ${doc === null ? "None" : quoted(doc)}`, line);
  });
  if (one.types.length > 0) out.indented(() => out.line("_d_generic = True", line));
  if (asksOfClass(one.body)) out.indented(() => out.line("_d_bare_get = True", line));
  const lazyAnnotations = scope.lazyAnnotations || one.types.length > 0;
  block(one.body, { ...scope, lazyAnnotations, kind: "class", className: one.name, prefix: `${told}.` }, out);
}

/** Names in an index. */
const names = (one: Expression): string[] => {
  if (one.type === "Tuple") return one.items.flatMap(names);
  return one.type === "Name" ? [one.name] : [];
};

/**
 * Has a class a `__get__` that never looks whether it is asked of the class itself? MicroPython gives the descriptor there, which is
 * what most of them would give too.
 */
function asksOfClass(body: readonly Statement[]): boolean {
  const get = body.find((one) => one.type === "Function" && one.name === "__get__");
  return get !== undefined && !/"operator":"(?:is|is not|not)"/.test(JSON.stringify(get));
}

/** The text that documents a body: its first statement, if that is a string. */
export function docstring(body: readonly Statement[]): string | null {
  const [first] = body;
  if (first?.type !== "Expression" || first.value.type !== "String" || first.value.bytes) return null;
  return first.value.value;
}
