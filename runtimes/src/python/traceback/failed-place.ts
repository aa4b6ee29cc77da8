import type { Expression, Span, Statement } from "../source/tree.ts";
import { calleeName } from "./callee-name.ts";
import { only } from "./only.ts";
import type { OnLine } from "./on-line.ts";
import type { Pointed } from "./pointed.ts";

type Place = Expression | Statement | Span | undefined;
type Type = Expression["type"];

/** Functions that fail for nobody. */
const harmless = new Set("print str repr isinstance type bool id callable super".split(" "));
/** Functions that alone raise what is told so. */
const tellers: readonly (readonly [message: RegExp, name: string])[] = [
  [/^invalid literal for int\(\)|^int\(\) /, "int"],
  [/^could not convert string to float|^float\(\) /, "float"],
  [/^max\(\) /, "max"],
  [/^min\(\) /, "min"],
  [/^\[Errno \d+\] .*: '/, "open"],
  [/^pop from /, "pop"],
  [/^list\.remove\(x\)/, "remove"],
  [/ is not in (?:list|tuple)$|^tuple\.index\(x\)|^substring not found/, "index"],
  [/is not JSON serializable$|^Circular reference/, "dumps"],
];

/** Where a line itself raised an exception. */
export function failedPlace(here: OnLine, pointed: Pointed): Place {
  const { kind, message, version } = pointed;
  const { expressions, statements } = here;
  const raises = statements.filter((one) => one.type === "Raise");
  const raised = only(raises);
  if (raised?.value && raisesItself(raised.value, kind)) return raised;
  if (kind === "AssertionError") {
    const assert = only(statements.filter((one) => one.type === "Assert"));
    return assert?.type === "Assert" ? (version === 12 ? assert : assert.test) : undefined;
  }
  if (kind === "ImportError" || kind === "ModuleNotFoundError")
    return only(statements.filter((one) => one.type === "Import" || one.type === "From"));
  const of = (type: Type): Expression[] => expressions.filter((one) => one.type === type);
  const name = /^(?:name|cannot access (?:local|free) variable) '([^']+)'/.exec(message)?.[1];
  if (kind === "NameError" || kind === "UnboundLocalError")
    return of("Name").find((one) => one.type === "Name" && one.name === name && !here.targets.has(one));
  if (kind === "AttributeError") {
    const attribute = /has no attribute '([^']+)'/.exec(message)?.[1];
    return only(of("Attribute").filter((one) => one.type === "Attribute" && one.name === attribute));
  }
  if (raised) return undefined;
  const calls = of("Call").filter((one) => !harmless.has(calleeName(one)));
  if (kind === "KeyError") return missingKey(here, calls, message);
  const told = tellers.find(([pattern]) => pattern.test(message))?.[1];
  if (told !== undefined) {
    const named = calls.filter((one) => calleeName(one) === told);
    if (named.length > 0) return only(named);
  }
  if (kind === "IndexError" && message.endsWith("out of range")) {
    const pops = calls.filter((one) => calleeName(one) === "pop");
    return only([...of("Subscript"), ...pops]);
  }
  if (message.startsWith("attempt to assign")) return only(of("Subscript"));
  if (/values to unpack|^cannot unpack/.test(message)) return unpacked(statements);
  if (kind === "ZeroDivisionError") return divided(here, message, calls);
  if (kind === "TypeError") return mistyped(here, message, version, calls);
  return only(calls);
}

/** `raise KeyError(…)`, `raise error`: the statement raised it, and not what it is made of. */
function raisesItself(value: Expression, kind: string): boolean {
  const named = value.type === "Call" ? value.value : value;
  if (named.type === "Name" && named === value) return true;
  return (named.type === "Name" || named.type === "Attribute") && named.name === kind.split(".").at(-1);
}

function missingKey({ expressions }: OnLine, calls: readonly Expression[], message: string): Place {
  const items = expressions.filter((one) => one.type === "Subscript" && one.index.type !== "Slice");
  const isConstant = (one: Expression): boolean =>
    one.type === "Subscript" && (one.index.type === "String" || one.index.type === "Literal");
  const shown = (one: Expression): string => {
    if (one.type !== "Subscript") return "";
    if (one.index.type === "String") return `'${one.index.value}'`;
    return one.index.type === "Literal" ? one.index.text : "";
  };
  const exact = items.filter((one) => shown(one) === message);
  const open = items.filter((one) => !isConstant(one));
  const pops = calls.filter((one) => ["pop", "popitem", "remove"].includes(calleeName(one)));
  if (exact.length + open.length + pops.length > 0) return only([...exact, ...open, ...pops]);
  return items.length > 0 ? undefined : only(calls);
}

/** The names on the left, where a value has more or fewer parts. */
function unpacked(statements: readonly Statement[]): Place {
  const one = only(statements.filter(({ type }) => type === "Assign" || type === "For"));
  if (one?.type === "For") return one.target;
  if (one?.type !== "Assign") return undefined;
  return only(one.targets.filter(({ type }) => type === "Tuple" || type === "List"));
}

const isZeroFree = (one: Expression): boolean =>
  one.type === "Literal" && one.kind === "number" && /[1-9]/.test(one.text);

function divided({ expressions, statements }: OnLine, message: string, calls: readonly Expression[]): Place {
  const signs = message.includes("modulo")
    ? message.includes("division or")
      ? ["//", "%"]
      : ["%"]
    : message.includes("floor")
      ? ["//"]
      : message.includes("negative power")
        ? ["**"]
        : ["/", "//", "%"];
  const binary = expressions.filter(
    (one) =>
      one.type === "Binary" &&
      signs.includes(one.operator) &&
      !isZeroFree(one.right) &&
      !(one.left.type === "String" || one.left.type === "Format"),
  );
  const augments = statements.filter(
    (one) => one.type === "Augment" && signs.includes(one.operator) && !isZeroFree(one.value),
  );
  const named = calls.filter((one) => ["divmod", "pow"].includes(calleeName(one)));
  if (binary.length + augments.length > 0) return only([...binary, ...augments]);
  return only(named.length > 0 ? named : calls);
}

function mistyped(here: OnLine, message: string, version: number, calls: readonly Expression[]): Place {
  const { expressions, statements } = here;
  const of = (type: Type): Expression[] => expressions.filter((one) => one.type === type);
  const operands = /^unsupported operand type\(s\) for (\S+?)(?: or pow\(\))?: /.exec(message)?.[1];
  const sign =
    operands ??
    (/^can only concatenate|^can't concat/.test(message) ? "+" : undefined) ??
    (message.startsWith("can't multiply sequence") ? "*" : undefined);
  if (sign !== undefined) {
    const [bare, augmented] = sign.endsWith("=") ? [sign.slice(0, -1), true] : [sign, operands === undefined];
    const binary = sign.endsWith("=")
      ? []
      : of("Binary").filter((one) => one.type === "Binary" && one.operator === bare);
    const augments = augmented
      ? statements.filter((one) => one.type === "Augment" && one.operator === bare)
      : [];
    return only([...binary, ...augments]);
  }
  const unary = /^bad operand type for unary (.)/.exec(message)?.[1];
  if (unary !== undefined)
    return only(of("Unary").filter((one) => one.type === "Unary" && one.operator === unary));
  const compared = /^'(.+)' not supported between/.exec(message)?.[1];
  if (compared !== undefined) {
    const pairs = of("Compare").filter(
      (one) => one.type === "Compare" && one.rest.some(({ operator }) => operator === compared),
    );
    const sorts = calls.filter((one) => ["sorted", "sort", "min", "max"].includes(calleeName(one)));
    return only([...pairs, ...sorts]);
  }
  if (/^argument of type|^'in <string>' requires/.test(message))
    return only(
      of("Compare").filter(
        (one) => one.type === "Compare" && one.rest.some(({ operator }) => /\bin$/.test(operator)),
      ),
    );
  if (/is not subscriptable$|indices must be|item (?:assignment|deletion)$/.test(message))
    return only(of("Subscript"));
  if (message.endsWith("object is not callable")) return only(of("Call"));
  const called = /^(?:(\w+)\.)?(\w+)\(\) (?:missing|takes|got)/.exec(message);
  if (called) {
    const [, owner, name = ""] = called;
    const wanted = name === "__init__" && owner !== undefined ? owner : name;
    const named = of("Call").filter((one) => calleeName(one) === wanted);
    return named.length > 0 ? only(named) : only(calls);
  }
  if (message.endsWith("object is not iterable")) {
    const loops = statements.flatMap((one) => (one.type === "For" ? [version < 13 ? one : one.source] : []));
    return only([...loops, ...calls]);
  }
  if (message.startsWith("unhashable type"))
    return only([...of("Subscript"), ...of("Dict"), ...of("Set"), ...calls]);
  return only(calls);
}
