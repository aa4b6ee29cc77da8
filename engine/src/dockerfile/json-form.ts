/** An array of texts, "mixed" for an array with anything else in it, undefined for what is no JSON array. */
export function readJsonForm(text: string): readonly string[] | "mixed" | undefined {
  if (text.charCodeAt(0) !== 0x5b) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // BuildKit takes it as shell form.
  }
  if (!Array.isArray(value)) return undefined;
  return value.every((element) => typeof element === "string") ? value : "mixed";
}
