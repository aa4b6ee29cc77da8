import type { Statement } from "../source/tree.ts";
import { renderExpression } from "./render-expression.ts";
import { mangled, type Scope } from "./scope.ts";
import type { Writer } from "./writer.ts";

type Block = (body: readonly Statement[], scope: Scope, out: Writer) => void;

/**
 * The handlers of `except*`: each takes its part of what was raised, and what they raise themselves goes on together with what
 * nobody took (`_d_groups.Handling`).
 */
export function renderStars(
  one: Extract<Statement, { type: "Try" }>,
  scope: Scope,
  out: Writer,
  block: Block,
): void {
  const first = one.handlers[0]?.at.line ?? one.at.line;
  const [error, state, other] = [out.fresh(), out.fresh(), out.fresh()];
  out.line(`except BaseException as ${error}:`, first);
  out.indented(() => {
    out.line(`_d_enter(${error})`, first);
    out.line(`${state} = _d_of("_d_groups", "Handling")(${error})`, first);
    out.line("try:", first);
    out.indented(() => {
      for (const handler of one.handlers) {
        const line = handler.at.line;
        const inner = { ...scope, line };
        const [held, raised] = [out.fresh(), out.fresh()];
        const name = handler.name ? mangled(handler.name, scope) : null;
        const test = handler.test ? renderExpression(handler.test, inner) : "Exception";
        out.line(`${held} = ${state}.take(${test})`, line);
        out.line(`if ${held} is not None:`, line);
        out.indented(() => {
          if (name) out.line(`${name} = ${held}`, line);
          out.line("try:", line);
          block(handler.body, inner, out);
          out.line(`except BaseException as ${raised}:`, line);
          out.indented(() => {
            out.line(`_d_leave(${raised})`, line);
            out.line(`${state}.raised.append(${raised})`, line);
          });
          if (!name) return;
          out.line("finally:", line);
          out.indented(() => out.line(`${name} = None`, line));
        });
      }
      out.line(`${other} = ${state}.end()`, first);
      out.line(`if ${other} is ${error}: raise`, first);
      out.line(`if ${other} is not None: raise _d_raised(${other})`, first);
    });
    out.line("finally:", first);
    out.indented(() => out.line("_d_exit()", first));
  });
}
