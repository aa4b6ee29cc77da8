import type { Statement } from "../source/tree.ts";
import { renderExpression } from "./render-expression.ts";
import { renderStars } from "./render-try-star.ts";
import { mangled, type Scope } from "./scope.ts";
import type { Writer } from "./writer.ts";

type Block = (body: readonly Statement[], scope: Scope, out: Writer) => void;

/**
 * `try` with what MicroPython leaves out: the exception that is being handled is known while its handler runs, and is the
 * context of whatever leaves the handler.
 */
export function renderTry(
  one: Extract<Statement, { type: "Try" }>,
  scope: Scope,
  out: Writer,
  block: Block,
): void {
  out.line("try:", one.at.line);
  block(one.body, scope, out);
  if (one.star) renderStars(one, scope, out, block);
  for (const handler of one.star ? [] : one.handlers) {
    const line = handler.at.line;
    const inner = { ...scope, line };
    const name = out.fresh();
    const test = handler.test ? `_d_kinds(${renderExpression(handler.test, inner)})` : "BaseException";
    out.line(`except ${test} as ${name}:`, line);
    out.indented(() => {
      out.line(`_d_enter(${name})`, line);
      if (handler.name) out.line(`${mangled(handler.name, scope)} = ${name}`, line);
      out.line("try:", line);
      block(handler.body, inner, out);
      const other = out.fresh();
      out.line(`except BaseException as ${other}:`, line);
      out.indented(() => {
        out.line(`_d_leave(${other})`, line);
        out.line("raise", line);
      });
      out.line("finally:", line);
      out.indented(() => {
        out.line("_d_exit()", line);
        if (handler.name) out.line(`${mangled(handler.name, scope)} = None`, line);
      });
    });
  }
  if (one.orElse.length > 0) {
    out.line("else:", one.at.line);
    block(one.orElse, scope, out);
  }
  if (one.last.length > 0) {
    out.line("finally:", one.at.line);
    block(one.last, scope, out);
  }
}
