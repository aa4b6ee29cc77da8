import type { LooseDependency } from "./loose-dependency.ts";
import { jsonObject } from "../json-object.ts";

const SECTIONS = ["dependencies", "devDependencies", "optionalDependencies"] as const;

/** One release, one commit, or what lies beside it: what npm then takes cannot change under its name. */
const EXACT =
  /^(?:(?:npm:(?:@[^@]+\/)?[^@]+@)?[=v]?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?|(?:file|link):.+|https?:\/\/.+\.tgz|.+#[0-9a-f]{40})$/;

/** Dependencies of a package.json that name a range, a tag or a branch; the whole file where it cannot be read. */
export function looseInPackageJson(file: string, text: string): LooseDependency[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const config = jsonObject(lines.join("\n"));
  if (!config) return [{ file, line: 1, text: file }];
  return SECTIONS.flatMap((section) => {
    const head = lines.findIndex((line) => line.includes(`"${section}"`));
    const listed = config[section];
    return Object.entries(typeof listed === "object" && listed !== null ? listed : {})
      .map(([name, version]: [string, unknown]) => ({ name, version: String(version).slice(0, 500) }))
      .filter(({ version }) => !EXACT.test(version))
      .map(({ name, version }) => ({
        file,
        line: Math.max(1, lines.findIndex((line, i) => i >= head && line.includes(JSON.stringify(name))) + 1),
        text: `${name}: ${version}`,
      }));
  });
}
