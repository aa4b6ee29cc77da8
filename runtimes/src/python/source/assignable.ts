import type { Cursor } from "./cursor.ts";
import type { Expression } from "./tree.ts";

/** What CPython calls an expression that cannot be assigned to. */
function called(value: Expression): string {
  switch (value.type) {
    case "Literal":
      return value.kind === "number" ? "literal" : value.kind;
    case "String":
      return "literal";
    case "Format":
      return "f-string expression";
    case "Call":
      return "function call";
    case "Unary":
    case "Binary":
    case "Logic":
      return "expression";
    case "Compare":
      return "comparison";
    case "Choice":
      return "conditional expression";
    case "Lambda":
      return "lambda";
    case "Comprehension":
      return value.kind === "generator" ? "generator expression" : `${value.kind} comprehension`;
    case "Set":
      return "set display";
    case "Dict":
      return "dict literal";
    case "Await":
      return "await expression";
    case "Yield":
      return "yield expression";
    case "Walrus":
      return "named expression";
    default:
      return "expression";
  }
}

/** Refuses what cannot stand left of `=`, as CPython words it. */
export function checkTarget(
  cursor: Cursor,
  target: Expression,
  verb: "assign to" | "delete" = "assign to",
  equals = false,
): void {
  switch (target.type) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return;
    case "Starred":
      if (verb === "assign to") {
        checkTarget(cursor, target.value, verb);
        return;
      }
      break;
    case "Tuple":
    case "List":
      for (const item of target.items) checkTarget(cursor, item, verb);
      return;
    default:
      break;
  }
  const hint =
    equals && !(target.type === "Literal" && target.kind !== "number" && target.kind !== "ellipsis")
      ? " here. Maybe you meant '==' instead of '='?"
      : "";
  throw cursor.wrong(`cannot ${verb} ${called(target)}${hint}`, target.at);
}
