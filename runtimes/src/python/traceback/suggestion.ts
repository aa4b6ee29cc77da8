import { boundNames } from "../dialect/bound-names.ts";
import { parseFile } from "../source/parse.ts";
import type { Expression, Statement } from "../source/tree.ts";
import { builtinNames } from "./builtin-names.ts";
import { nearestName } from "./nearest-name.ts";

type Definition = Extract<Statement, { type: "Function" | "Class" }>;

/** The functions and classes around a line, the outermost first. */
function around(body: readonly Statement[], line: number): Definition[] {
  const found: Definition[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const one = value as Statement;
    if ((one.type === "Function" || one.type === "Class") && one.at.line <= line && line <= one.at.endLine)
      found.push(one);
    Object.values(value).forEach(walk);
  };
  walk(body);
  return found;
}

/** Names bound by statements, not those inside functions and classes among them. */
const ownNames = (body: readonly Statement[], until = Number.POSITIVE_INFINITY): string[] =>
  body.flatMap((one) => {
    if (one.at.line >= until) return [];
    if (one.type === "Function" || one.type === "Class") return [one.name];
    return [...boundNames([one])];
  });

/** Attributes that the code of a class sets on `self`, and what it defines. */
function attributesOf(of: Definition): Set<string> {
  const names = new Set(ownNames(of.body));
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const one = value as Expression;
    if (one.type === "Attribute" && one.value.type === "Name" && one.value.name === "self")
      names.add(one.name);
    Object.values(value).forEach(walk);
  };
  walk(of.body);
  return names;
}

/** What CPython since 3.10 asks of somebody whose name is not defined: `Did you mean: '…'?`. `version`: the minor number. */
export function suggestion(source: string, line: number, wrong: string, version: number): string | undefined {
  if (version < 10) return undefined;
  const body = parseFile(source.replace(/^\uFEFF/, ""), version);
  const inside = around(body, line);
  const frame = inside.findLast(({ type }) => type === "Function");
  const locals =
    frame?.type === "Function"
      ? [...frame.parameters.map(({ name }) => name), ...ownNames(frame.body, line)]
      : [];
  const owner = inside.findLast(({ type }) => type === "Class");
  if (version >= 12 && owner && locals.includes("self") && attributesOf(owner).has(wrong))
    return `self.${wrong}`;
  const special = [
    "__name__",
    "__doc__",
    "__package__",
    "__loader__",
    "__spec__",
    "__builtins__",
    "__file__",
  ];
  const globals = [...special, ...ownNames(body, frame ? undefined : line)];
  return nearestName(wrong, [...locals, ...globals, ...builtinNames]);
}
