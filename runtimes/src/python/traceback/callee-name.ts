import type { Expression } from "../source/tree.ts";

/** The name by which a call calls: `b` of `a.b(…)`; empty where there is none. */
export function calleeName(call: Expression): string {
  if (call.type !== "Call") return "";
  const { value } = call;
  return value.type === "Name" || value.type === "Attribute" ? value.name : "";
}
