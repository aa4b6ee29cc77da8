import type { Expression, Span, Statement } from "../source/tree.ts";
import { calleeName } from "./callee-name.ts";
import { only } from "./only.ts";
import type { OnLine } from "./on-line.ts";

/** Operators by the special method that stands for them; the reflected ones without their `r`. */
const operators: Readonly<Record<string, string>> = {
  add: "+",
  sub: "-",
  mul: "*",
  truediv: "/",
  floordiv: "//",
  mod: "%",
  pow: "**",
  and: "&",
  or: "|",
  xor: "^",
  lshift: "<<",
  rshift: ">>",
  matmul: "@",
};
const comparisons = new Set(["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__"]);
const comprehensions: Readonly<Record<string, string>> = {
  "<listcomp>": "list",
  "<setcomp>": "set",
  "<dictcomp>": "dict",
};

/** Where a line called a function of that name. */
export function calledPlace(here: OnLine, name: string): Expression | Statement | Span | undefined {
  const { expressions, statements } = here;
  const calls = expressions.filter((one) => one.type === "Call");
  const kind = comprehensions[name];
  if (kind) return only(expressions.filter((one) => one.type === "Comprehension" && one.kind === kind));
  const body = statements.find((one) => one.type === "Class" && one.name === name);
  if (body) return body;
  if (name === "<lambda>" || name === "<genexpr>") return only(calls);
  if (name === "__init__" || name === "__new__" || name === "__post_init__") {
    const direct = calls.filter((one) => calleeName(one) === name);
    const classes = calls.filter((one) => /^_*[A-Z]/.test(calleeName(one)));
    return only(direct) ?? (direct.length === 0 ? (only(classes) ?? only(calls)) : undefined);
  }
  if (name === "__call__") return only(calls);
  const special = /^__(.*)__$/.exec(name)?.[1];
  if (special !== undefined) return specialPlace(here, name, special);
  const named = calls.filter((one) => calleeName(one) === name);
  // A property is called by looking at it.
  const looked = expressions.filter(
    (one) => one.type === "Attribute" && one.name === name && !here.callees.has(one),
  );
  if (named.length + looked.length > 0) return only([...named, ...looked]);
  // Known by another name: only where nothing else can have been called.
  const other = expressions.some((one) => one.type === "Attribute" && !here.callees.has(one));
  return other ? undefined : only(calls);
}

function specialPlace(
  { expressions, statements }: OnLine,
  name: string,
  special: string,
): Expression | Statement | Span | undefined {
  const calls = expressions.filter((one) => one.type === "Call");
  const direct = calls.filter((one) => calleeName(one) === name);
  if (direct.length > 0) return only(direct);
  if (name === "__enter__" || name === "__exit__") {
    const items = statements.flatMap((one) =>
      one.type === "With" ? one.items.map(({ value }) => value) : [],
    );
    return only(items);
  }
  if (["__getitem__", "__setitem__", "__delitem__"].includes(name))
    return only(expressions.filter((one) => one.type === "Subscript"));
  if (name === "__getattr__" || name === "__setattr__")
    return only(expressions.filter((one) => one.type === "Attribute"));
  if (comparisons.has(name)) return only(expressions.filter((one) => one.type === "Compare"));
  const operator = operators[special] ?? operators[special.replace(/^[ri]/, "")];
  if (operator !== undefined) {
    const binary = expressions.filter((one) => one.type === "Binary" && one.operator === operator);
    const augments = statements.filter((one) => one.type === "Augment" && one.operator === operator);
    return only([...binary, ...augments]);
  }
  if (name === "__iter__" || name === "__next__") {
    const loops = statements.flatMap((one) => (one.type === "For" ? [one.source] : []));
    return only([...loops, ...calls]);
  }
  return only(calls);
}
