import { parseExpression, parseFile } from "../source/parse.ts";
import { NotRun, SyntaxProblem } from "../source/syntax-problem.ts";
import type { Span, Statement } from "../source/tree.ts";
import { attributesOnFunctions } from "./attributes-on-functions.ts";
import { boundNames } from "./bound-names.ts";
import { quoted } from "./quoted.ts";
import { docstring } from "./render-definition.ts";
import { renderExpression } from "./render-expression.ts";
import { renderStatement } from "./render-statement.ts";
import { mayHaveThreads } from "./render-twin.ts";
import type { Scope } from "./scope.ts";
import { type SyntaxWarning, syntaxWarnings } from "./syntax-warnings.ts";
import { Writer } from "./writer.ts";

/** Python in MicroPython's dialect, or why there is none. */
export type Compiled =
  /** `lines`: for each line of `code`, the line of the source it stands for. */
  | { readonly code: string; readonly lines: readonly number[]; readonly warnings?: readonly SyntaxWarning[] }
  | { readonly problem: { readonly kind: string; readonly message: string; readonly at: Span } }
  | { readonly notRun: { readonly what: string; readonly line: number } };

/** `mode`: a file, or one expression as for `eval`. `version`: the minor number of Python 3. */
export function compile(source: string, mode: "exec" | "eval", version: number): Compiled {
  try {
    const scope: Scope = {
      kind: "module",
      className: "",
      prefix: "",
      lazyAnnotations: version >= 14,
      bound: new Set(),
      onFunctions: new Set(),
      bytes: mayHoldBytes(source),
      threads: mayHaveThreads(source),
      places: /\blog/i.test(source),
      compares: /\bDecimal\b|\bFraction\b|__[lg][te]__|total_ordering|order=True/.test(source),
      asynchronous: asynchronous(source),
      line: 1,
    };
    if (mode === "eval") {
      const code = renderExpression(parseExpression(source, version), scope).replaceAll(/\x01\d+\x02/g, " ");
      return { code: `${code}\n`, lines: [1] };
    }
    const text = source.replace(/^\uFEFF/, "");
    const body = parseFile(text, version);
    return { ...file(body, scope), warnings: syntaxWarnings(text, body, version) };
  } catch (error) {
    if (error instanceof SyntaxProblem)
      return { problem: { kind: error.kind, message: error.message, at: error.at } };
    if (error instanceof NotRun) return { notRun: { what: error.message, line: error.line } };
    throw error;
  }
}

/** Where bytes come from. */
const mayHoldBytes = (source: string): boolean =>
  /\b[bB][rR]?["']|\b[rR][bB]["']|bytes|bytearray|encode|digest|buffer|recv|urlopen|["'][rwa]b\+?["']|b64|get_data|urandom|pack\(/.test(
    source,
  );

function asynchronous(source: string): ReadonlySet<string> {
  const names = new Set(Array.from(source.matchAll(/\basync +def +(\w+)/g), ([, name = ""]) => name));
  for (const [, name = ""] of names.size > 0 ? source.matchAll(/^\s*def +(\w+)/gm) : []) names.delete(name);
  return names;
}

function file(body: readonly Statement[], scope: Scope): Compiled {
  const out = new Writer();
  const doc = docstring(body);
  out.line(`__doc__ = ${doc === null ? "None" : quoted(doc)}`, 1);
  const lazyAnnotations =
    scope.lazyAnnotations ||
    body.some(
      (one) =>
        one.type === "From" &&
        one.module === "__future__" &&
        one.names.some(({ name }) => name === "annotations"),
    );
  const inFile = {
    ...scope,
    lazyAnnotations,
    bound: boundNames(body),
    onFunctions: attributesOnFunctions(body),
  };
  for (const one of body) renderStatement(one, { ...inFile, line: one.at.line }, out);
  return { code: out.code(), lines: out.lines };
}
