import type { Statement } from "../source/tree.ts";

/** Fields whose names are bound, where they are names or texts. */
const BINDING = new Set(["target", "targets", "rest"]);

/** Names that a file binds somewhere, in whatever scope: by assignment, definition, parameter, import, pattern. */
export function boundNames(body: readonly Statement[]): ReadonlySet<string> {
  const bound = new Set<string>();
  const walk = (value: unknown, binding: boolean): void => {
    if (typeof value === "string") {
      if (binding) bound.add(value);
    } else if (Array.isArray(value)) {
      for (const one of value) walk(one, binding);
    } else if (typeof value === "object" && value !== null) {
      const fields = Object.entries(value);
      const type = "type" in value ? value.type : undefined;
      // What is assigned to an item or an attribute binds no name.
      const names = type === "Attribute" || type === "Subscript" || type === "Call" ? false : binding;
      const defines =
        type !== "Name" &&
        type !== "Attribute" &&
        type !== "Class" &&
        !("kind" in value && "value" in value && !("annotation" in value));
      for (const [key, inner] of fields) {
        if (key === "type" || key === "at" || key === "text") continue;
        if (key === "name" || key === "as")
          walk(inner, names || defines || (type === "Class" && "body" in value));
        else walk(inner, BINDING.has(key) || (names && key !== "kind"));
      }
    }
  };
  walk(body, false);
  return bound;
}
