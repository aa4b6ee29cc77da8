import type { TomlValue } from "../python/read-toml.ts";

const PREFIX = "tool.poetry.";
/** What says nothing of the wheel's content, as far as it is modelled. */
const ASIDE =
  /^tool\.poetry\.(readme|license|homepage|repository|documentation|keywords|classifiers|maintainers|urls\.|package-mode|group\.|dev-dependencies\.|source)/;

/** One of Poetry's version constraints as PEP 440 writes it; undefined for one that is not known. `^1.2` is `>=1.2,<2.0`. */
export function poetryConstraint(text: string): string | undefined {
  const one = text.trim();
  if (one === "*") return "";
  const [, operator = "", version = ""] = /^([\^~]?)\s*v?(\d+(?:\.\d+)*)$/.exec(one) ?? [];
  if (version === "")
    return /^[<>=!~]=?[^|^]*$/.test(one) || /^\d+(\.\d+)*\.\*$/.test(one) ? exact(one) : undefined;
  if (operator === "") return `==${version}`;
  const parts = version.split(".").map(Number);
  const first = parts.findIndex((part) => part > 0);
  const at = operator === "~" ? Math.min(1, parts.length - 1) : first < 0 ? parts.length - 1 : first;
  const next = parts.map((part, index) => (index < at ? part : index === at ? part + 1 : 0));
  return `>=${version},<${next.join(".")}`;
}

const exact = (text: string): string => (/^\d/.test(text) ? `==${text}` : text);

/**
 * Poetry's own table as the [project] table that says the same. @returns undefined where there is none, and the key that is not
 * modelled where there is one
 */
export function poetryProject(
  values: ReadonlyMap<string, TomlValue>,
): ReadonlyMap<string, TomlValue> | { readonly gap: string } | undefined {
  if (![...values.keys()].some((key) => key.startsWith(PREFIX)) || values.has("project.name"))
    return undefined;
  const found = new Map<string, TomlValue>();
  const requires: string[] = [];
  for (const [key, value] of values) {
    const own = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
    if (own === undefined) found.set(key, value);
    else if (own === "authors" && Array.isArray(value)) {
      const people = (value as readonly string[]).map((one) => /^([^<]*?)\s*(?:<([^>]*)>)?$/.exec(one) ?? []);
      const raw = people
        .map(
          ([, name = "", email]) => `{name = "${name}"${email === undefined ? "" : `, email = "${email}"`}}`,
        )
        .join(", ");
      found.set("project.authors", { raw: `[${raw}]` });
    } else if (own.startsWith("dependencies.")) {
      const range = typeof value === "string" ? poetryConstraint(value) : undefined;
      if (range === undefined) return { gap: key };
      const name = own.slice("dependencies.".length);
      if (name === "python") found.set("project.requires-python", range);
      else requires.push(`${name}${range}`);
    } else if (own.startsWith("scripts.") || ["name", "version", "description"].includes(own))
      found.set(`project.${own}`, value);
    else if (!ASIDE.test(key)) return { gap: key };
  }
  return found.set("project.dependencies", requires);
}
