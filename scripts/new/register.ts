import { camel } from "./words.ts";

/** An index file with one more unit: its import after the last one, its name at the end of the list. */
export function register(index: string, name: string): string {
  const lines = index.split("\n");
  const lastImport = lines.findLastIndex((line) => line.startsWith("import "));
  lines.splice(lastImport + 1, 0, `import { ${camel(name)} } from "./${name}.ts";`);
  const end = lines.indexOf("];");
  if (end < 0) throw new Error("the index holds no list that ends with a line `];`");
  lines.splice(end, 0, `  ${camel(name)},`);
  return lines.join("\n");
}
