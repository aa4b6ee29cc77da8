import { parseFile } from "../source/parse.ts";
import type { Expression, Statement } from "../source/tree.ts";
import { onLine } from "../traceback/on-line.ts";
import type { HostCall } from "./host-call.ts";

/**
 * `{text, line, version, place}`: what a failing line is about, where MicroPython's message does not say: `augmented`, the operators
 * of its `+=` and the like that stand nowhere else on it; `assigns`: is each `[…]` on it assigned to? `stored`, `deleted`: attributes
 * that it sets or deletes; `unpacks`: what it unpacks into; `calls`: what it calls with which arguments; `inside`: the class around it.
 */
export const statement: HostCall = {
  name: "statement",
  answer({ process }, question) {
    const text = question.text("text");
    process.kernel.spend(text.length >> 4);
    const version = question.number("version");
    const body = parseFile(text, version);
    const here = onLine(body, question.number("line"), question.text("place"), version);
    const plain = here.expressions.flatMap((one) => (one.type === "Binary" ? [one.operator] : []));
    const augmented = here.statements.flatMap((one) => (one.type === "Augment" ? [one.operator] : []));
    const items = here.expressions.filter((one) => one.type === "Subscript");
    const named = (of: typeof here.expressions): string[] =>
      of.flatMap((one) => (one.type === "Attribute" ? [one.name] : []));
    const deleted = here.statements.flatMap((one) => (one.type === "Delete" ? one.targets : []));
    const inside = classAround(body, question.number("line"));
    return {
      inside,
      calls: here.expressions.flatMap((one) => (one.type === "Call" ? [calledAs(one)] : [])),
      stored: named(
        [...here.targets].filter((one) => !deleted.includes(one) && one.at.line === question.number("line")),
      ),
      deleted: named(deleted),
      augmented: augmented.filter((one) => !plain.includes(one)),
      unpacks: unpacked(here, question.number("line")).map(({ items: parts }) => ({
        count: parts.filter(({ type }) => type !== "Starred").length,
        star: parts.some(({ type }) => type === "Starred"),
      })),
      assigns: items.length > 0 && items.every((one) => here.targets.has(one)),
    };
  },
};

type Row = Extract<Expression, { items: readonly Expression[] }>;

/** What a line unpacks into, what is inside another too. */
function unpacked({ targets }: ReturnType<typeof onLine>, line: number): Row[] {
  const below = (one: Expression): Row[] => {
    if (one.type === "Starred") return below(one.value);
    return one.type === "Tuple" || one.type === "List" ? [one, ...one.items.flatMap(below)] : [];
  };
  return [...targets].filter(({ at }) => at.line === line).flatMap(below);
}

/** A call as it is written: name, what stands before it, and its arguments. `spread`: with stars, whose number is not known. */
function calledAs({ value, args }: Extract<Expression, { type: "Call" }>): {
  readonly name: string;
  readonly owner: string;
  readonly positional: number;
  readonly keywords: readonly string[];
  readonly spread: boolean;
} {
  const owner = value.type === "Attribute" ? value.value : null;
  const isSuper = owner?.type === "Call" && owner.value.type === "Name" && owner.value.name === "super";
  return {
    name: value.type === "Attribute" || value.type === "Name" ? value.name : "",
    owner: isSuper ? "super()" : owner?.type === "Name" ? owner.name : "",
    positional: args.filter(({ kind }) => kind === "").length,
    keywords: args.flatMap(({ kind, name }) => (kind === "=" ? [name] : [])),
    spread: args.some(({ kind }) => kind.startsWith("*")),
  };
}

/** The innermost class whose body a line is in. */
function classAround(body: readonly Statement[], line: number): string | null {
  let found: string | null = null;
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const one = value as Statement;
    if (one.type === "Class" && one.at.line <= line && line <= one.at.endLine) found = one.name;
    Object.values(value).forEach(walk);
  };
  walk(body);
  return found;
}
