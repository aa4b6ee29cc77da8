/** A dependency without an exact version, and its line. */
export interface LooseDependency {
  readonly line: number;
  readonly text: string;
}

/** Dependencies of a requirements.txt or package.json that may change under their name. */
export function looseDependencies(manager: "pip" | "npm", text: string): LooseDependency[] {
  const lines = text.split(/\r?\n/);
  if (manager === "pip") {
    return lines.flatMap((raw, i) => {
      const line = raw.replace(/(?:^|\s)#.*$/, "").trim();
      const exact =
        line === "" ||
        line.startsWith("-") ||
        /^[^=<>~!\s;]+\s*===?\s*[^*\s,;]+\s*(?:;.*|--hash.*|\\)?$/.test(line) ||
        /@\s*\S+[0-9a-f]{40}/.test(line);
      return exact ? [] : [{ line: i + 1, text: line }];
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ line: 1, text: "package.json" }];
  }
  const { dependencies = {}, devDependencies = {} } = value as {
    dependencies?: Record<string, unknown>;
    devDependencies?: Record<string, unknown>;
  };
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^v?\d+\.\d+\.\d+(?:[-+][\w.-]+)?$/.test(String(version)))
    .map(([name, version]) => ({
      line: Math.max(1, lines.findIndex((line) => line.includes(JSON.stringify(name))) + 1),
      text: `${name}: ${String(version)}`,
    }));
}
