/** A name as coreutils quotes it in messages: `'a b'`; names with odd characters as the shell would need them. */
export function gnuQuote(name: string): string {
  if (!/['\n\t\x00-\x1f]/.test(name)) return `'${name}'`;
  if (!/[\n\t\x00-\x1f]/.test(name) && !name.includes('"')) return `"${name}"`;
  return name
    .split(/([\n\t])/)
    .map((part) =>
      part === "\n" ? "$'\\n'" : part === "\t" ? "$'\\t'" : `'${part.replaceAll("'", "'\\''")}'`,
    )
    .filter((part, _, all) => part !== "''" || all.length === 1)
    .join("");
}
