import type { Expression, Statement } from "../source/tree.ts";
import { renderAnnotation } from "./render-annotation.ts";
import { renderAugment } from "./render-augment.ts";
import { renderClass, renderFunction } from "./render-definition.ts";
import { renderExpression, renderTarget } from "./render-expression.ts";
import { renderFrom, renderImport } from "./render-import.ts";
import { renderMatch } from "./render-match.ts";
import { renderTry } from "./render-try.ts";
import { calleeName } from "../traceback/callee-name.ts";
import { notRun, type Scope } from "./scope.ts";
import type { Writer } from "./writer.ts";

/** Writes statements in MicroPython's dialect; an empty block becomes `pass`. */
function renderBlock(body: readonly Statement[], scope: Scope, out: Writer): void {
  out.indented(() => {
    for (const one of body) renderStatement(one, { ...scope, line: one.at.line }, out);
    if (body.length === 0) out.line("pass", scope.line);
  });
}

/** Writes one statement. */
export function renderStatement(one: Statement, scope: Scope, out: Writer): void {
  const line = one.at.line;
  const show = (value: Expression): string => renderExpression(value, scope);
  const block = (head: string, body: readonly Statement[], at = line): void => {
    out.line(`${head}:`, at);
    renderBlock(body, scope, out);
  };
  const orElse = (body: readonly Statement[]): void => {
    if (body.length > 0) block("else", body);
  };
  switch (one.type) {
    case "Expression":
      out.line(
        one.value.type === "Call" && scope.asynchronous?.has(calleeName(one.value))
          ? `_d_unawaited(${show(one.value)})`
          : show(one.value),
        line,
      );
      return;
    case "Assign": {
      const [target] = one.targets;
      if (target && one.targets.length === 1 && hasStep(target)) {
        out.line(`_d_put(${stepped(target, scope)}, ${show(one.value)})`, line);
        return;
      }
      out.line(
        `${one.targets.map((target) => `${renderTarget(target, scope)} = `).join("")}${show(one.value)}`,
        line,
      );
      return;
    }
    case "Augment":
      renderAugment(one, scope, out);
      return;
    case "Annotate":
      annotate(one, scope, out);
      return;
    case "Pass":
    case "Break":
    case "Continue":
      out.line(one.type.toLowerCase(), line);
      return;
    case "Return":
      out.line(one.value ? `return ${show(one.value)}` : "return", line);
      return;
    case "Delete":
      for (const target of one.targets) {
        if (hasStep(target)) out.line(`_d_drop(${stepped(target, scope)})`, line);
        else out.line(`del ${renderTarget(target, scope)}`, line);
      }
      return;
    case "Raise":
      if (!one.value) out.line("raise", line);
      else if (one.cause) out.line(`raise _d_caused(${show(one.value)}, ${show(one.cause)})`, line);
      else if (one.value.type === "Name") out.line(`raise _d_raised(${show(one.value)})`, line);
      else out.line(`raise ${show(one.value)}`, line);
      return;
    case "Assert":
      out.line(`assert ${show(one.test)}${one.message ? `, ${show(one.message)}` : ""}`, line);
      return;
    case "Global":
    case "Nonlocal":
      if (scope.kind === "function") out.line(`${one.type.toLowerCase()} ${one.names.join(", ")}`, line);
      else if (one.type === "Nonlocal") notRun("nonlocal outside a function", line);
      return;
    case "Import":
      renderImport(one.names, scope, out);
      return;
    case "From":
      renderFrom(one, scope, out);
      return;
    case "If": {
      block(`if ${show(one.test)}`, one.body);
      const [next] = one.orElse;
      if (next?.type === "If" && one.orElse.length === 1 && next.at.line > line) elseIf(next, scope, out);
      else orElse(one.orElse);
      return;
    }
    case "While":
      if (scope.threads && isIdle(one)) {
        // A program that only waits while its threads work: it may as well be asked.
        out.line("_d_idle()", line);
      }
      block(`while ${show(one.test)}`, one.body);
      orElse(one.orElse);
      return;
    case "For":
      block(
        `${one.isAsync ? "async " : ""}for ${renderTarget(one.target, scope)} in ${renderRange(one.source, scope)}`,
        one.body,
      );
      orElse(one.orElse);
      return;
    case "With": {
      const items = one.items.map(
        ({ value, target }) => show(value) + (target ? ` as ${renderTarget(target, scope)}` : ""),
      );
      const [only] = one.items;
      if (scope.twin && only && one.items.length === 1) {
        const held = out.fresh();
        out.line(`${held} = ${show(only.value)}`, line);
        out.line(`yield from _d_ready(${held})`, line);
        items[0] = held + (only.target ? ` as ${renderTarget(only.target, scope)}` : "");
      }
      block(`${one.isAsync ? "async " : ""}with ${items.join(", ")}`, one.body);
      return;
    }
    case "Try":
      renderTry(one, scope, out, renderBlock);
      return;
    case "Function":
      renderFunction(one, scope, out, renderBlock);
      return;
    case "Class":
      renderClass(one, scope, out, renderBlock);
      return;
    case "Match":
      renderMatch(one, scope, out, renderBlock);
      return;
  }
}

/**
 * What a `for` goes through. MicroPython makes a loop of its own of `range(…)`, without looking what it is given, or whether the
 * file calls something else so.
 */
function renderRange(source: Expression, scope: Scope): string {
  const text = renderExpression(source, scope);
  if (source.type !== "Call" || source.value.type !== "Name" || source.value.name !== "range") return text;
  if (scope.bound.has("range") || source.args.some(({ kind }) => kind !== "")) return `_d_same(${text})`;
  const whole = (one: Expression): boolean =>
    (one.type === "Literal" && /^\d+$/.test(one.text)) ||
    (one.type === "Call" && one.value.type === "Name" && one.value.name === "len");
  if (source.args.every(({ value }) => whole(value))) return text;
  const args = source.args.map(({ value }) => {
    const inner = renderExpression(value, scope);
    return whole(value) ? inner : `_d_index(${inner})`;
  });
  return `range(${args.join(", ")})`;
}

/** `while True: time.sleep(1)` */
function isIdle({ test, body }: Extract<Statement, { type: "While" }>): boolean {
  const [only] = body;
  if (body.length !== 1 || only?.type !== "Expression" || only.value.type !== "Call") return false;
  const { value: callee } = only.value;
  const named = callee.type === "Attribute" || callee.type === "Name" ? callee.name : "";
  return test.type === "Literal" && (test.text === "True" || test.text === "1") && named === "sleep";
}

type Stepped = Extract<Expression, { type: "Subscript" }>;

const hasStep = (target: Expression): target is Stepped =>
  target.type === "Subscript" && target.index.type === "Slice" && target.index.step !== null;

/** The arguments that stand for `owner[start:stop:step]`. */
function stepped({ value, index }: Stepped, scope: Scope): string {
  const bounds = index.type === "Slice" ? [index.start, index.stop, index.step] : [];
  const parts = bounds.map((one) => (one ? renderExpression(one, scope) : "None"));
  return [renderExpression(value, scope), ...parts].join(", ");
}

/** `elif` as it was written, so that long chains do not nest. */
function elseIf(one: Extract<Statement, { type: "If" }>, scope: Scope, out: Writer): void {
  const here = { ...scope, line: one.at.line };
  out.line(`elif ${renderExpression(one.test, here)}:`, one.at.line);
  renderBlock(one.body, here, out);
  const [next] = one.orElse;
  if (next?.type === "If" && one.orElse.length === 1) elseIf(next, scope, out);
  else if (one.orElse.length > 0) {
    out.line("else:", one.at.line);
    renderBlock(one.orElse, here, out);
  }
}

/** `x: T = value`. Only a class keeps what it is annotated with. */
function annotate(one: Extract<Statement, { type: "Annotate" }>, scope: Scope, out: Writer): void {
  const line = one.at.line;
  const target = renderTarget(one.target, scope);
  if (one.value) out.line(`${target} = ${renderExpression(one.value, scope)}`, line);
  if (scope.kind === "function") {
    if (!one.value) out.line("pass", line);
    return;
  }
  const annotation = renderAnnotation(one.annotation, scope);
  if (scope.kind === "class" && one.target.type === "Name")
    out.line(`__annotations__[${JSON.stringify(target)}] = ${annotation}`, line);
  else out.line(annotation, line);
}
