import type { Expression } from "../source/tree.ts";

/** What CPython says of a literal that is called, or looked into with what no literal of its kind takes; nothing where that may be right. */
export function misusedLiteral(one: Expression): string | null {
  if (one.type === "Call") {
    const called = one.value.type === "Lambda" ? "" : typeOf(one.value);
    return called ? `'${called}' object is not callable; perhaps you missed a comma?` : null;
  }
  if (one.type !== "Subscript") return null;
  const owner = typeOf(one.value);
  if (bare.has(owner)) return `'${owner}' object is not subscriptable; perhaps you missed a comma?`;
  const index = rows.has(owner) ? typeOf(one.index) : "";
  return index === "" || index === "int" || index === "bool"
    ? null
    : `${owner} indices must be integers or slices, not ${index}; perhaps you missed a comma?`;
}

const bare = new Set("int float complex bool NoneType ellipsis set generator function".split(" "));
const rows = new Set(["str", "bytes", "tuple", "list"]);
const words: Readonly<Record<string, string>> = {
  True: "bool",
  False: "bool",
  None: "NoneType",
  "...": "ellipsis",
};

/** The type of what can be seen to have one; empty for all else. */
function typeOf(one: Expression): string {
  switch (one.type) {
    case "String":
      return one.bytes ? "bytes" : "str";
    case "Format":
      return "str";
    case "Tuple":
    case "List":
    case "Dict":
    case "Set":
      return one.type.toLowerCase();
    case "Comprehension":
      return one.kind;
    case "Lambda":
      return "function";
    case "Literal":
      return Object.hasOwn(words, one.text) ? (words[one.text] ?? "") : numberType(one.text);
    default:
      return "";
  }
}

/** The type of a number as it is written. */
export function numberType(text: string): string {
  if (/j$/i.test(text)) return "complex";
  return /^\d*[.]|^\d[\d_]*e/i.test(text) ? "float" : "int";
}
