import type { Statement } from "../source/tree.ts";
import { mangled, type Scope } from "./scope.ts";
import type { Writer } from "./writer.ts";

/** `import a.b, c as d`: `a` is bound, or the innermost module where there is an `as`. */
export function renderImport(
  names: Extract<Statement, { type: "Import" }>["names"],
  scope: Scope,
  out: Writer,
): void {
  for (const { name, as } of names) {
    const bound = as ?? name.split(".")[0] ?? name;
    out.line(
      `${mangled(bound, scope)} = _d_import(_d_globals(), "${name}", ${as ? "True" : "False"})`,
      scope.line,
    );
  }
}

/** `from a import b, c as d`. */
export function renderFrom(one: Extract<Statement, { type: "From" }>, scope: Scope, out: Writer): void {
  if (one.module === "__future__" && one.level === 0) {
    out.line("pass", scope.line);
    return;
  }
  const from = `_d_globals(), ${one.level}, "${one.module}"`;
  if (one.names.length === 0) {
    out.line(`_d_star(${from})`, scope.line);
    return;
  }
  const bound = one.names.map(({ name, as }) => mangled(as ?? name, scope));
  const wanted = one.names.map(({ name }) => `"${name}"`);
  out.line(`${bound.join(", ")}, = _d_from(${from}, (${wanted.join(", ")},))`, scope.line);
}
