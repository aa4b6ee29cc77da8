import type { Expression, Span, Statement } from "../source/tree.ts";

/** What of a program one line of a frame may be busy with. */
export interface OnLine {
  /** In the order in which they stand. */
  readonly expressions: readonly Expression[];
  /** Expressions that are assigned to or deleted, among the others. */
  readonly targets: ReadonlySet<Expression>;
  /** Expressions that a call calls, among the others. */
  readonly callees: ReadonlySet<Expression>;
  readonly statements: readonly Statement[];
}

type Tree = Readonly<Record<string, unknown>>;
const frames: Readonly<Record<string, string>> = {
  generator: "<genexpr>",
  list: "<listcomp>",
  set: "<setcomp>",
  dict: "<dictcomp>",
};
const statementTypes = new Set(
  (
    "Expression Assign Augment Annotate Return Delete Raise Assert Import From If While For With Try Function " +
    "Class Match"
  ).split(" "),
);

/** Expressions and statements that begin on a line and belong to the code of one function. */
export function onLine(body: readonly Statement[], line: number, place: string, version: number): OnLine {
  const expressions: Expression[] = [];
  const statements: Statement[] = [];
  const targets = new Set<Expression>();
  const callees = new Set<Expression>();
  /** Comprehensions of lists, sets and dicts are code of their own until Python 3.11. */
  const own = (kind: string): boolean => kind === "generator" || version < 12;
  const walk = (value: unknown, frame: string, isStatement: boolean): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, frame, isStatement);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const tree = value as Tree;
    const at = tree["at"] as Span | undefined;
    const type = typeof tree["type"] === "string" ? tree["type"] : "";
    if (at?.line === line && frame === place) {
      if (isStatement && statementTypes.has(type)) statements.push(value as Statement);
      else if (type) expressions.push(value as Expression);
    }
    if (type === "Call") callees.add(tree["value"] as Expression);
    for (const [key, inner] of Object.entries(tree)) {
      if (key === "at") continue;
      if (key === "target" || key === "targets")
        for (const one of [inner].flat()) if (one) targets.add(one as Expression);
      walk(inner, innerFrame(tree, type, key, frame, own), ["body", "orElse", "last"].includes(key));
    }
  };
  walk(body, "<module>", true);
  return { expressions, targets, callees, statements };
}

/** The function that a part of a tree is code of. */
function innerFrame(
  tree: Tree,
  type: string,
  key: string,
  frame: string,
  own: (kind: string) => boolean,
): string {
  if (type === "Lambda") return key === "body" ? "<lambda>" : frame;
  if ((type === "Function" || type === "Class") && key === "body") return String(tree["name"]);
  const kind = String(tree["kind"]);
  if (type === "Comprehension" && own(kind)) return frames[kind] ?? frame;
  return frame;
}
