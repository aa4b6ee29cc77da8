import type { TomlValue } from "../python/read-toml.ts";

/** Which packages and modules setup.cfg names; `find`: every folder of `root` that has an `__init__.py`. */
export interface NamedSources {
  readonly root: string;
  readonly find: boolean;
  readonly names: readonly string[];
}

/** `key = value` below `[section]`, a value goes on in lines that are indented (configparser). */
function readIni(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let [section, last] = ["", ""];
  for (const line of text.split("\n")) {
    if (/^\s*[#;]/.test(line)) continue;
    const head = /^\[([^\]]+)\]\s*$/.exec(line)?.[1];
    const [, key, value = ""] = /^([^\s=:[][^=:]*?)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (head !== undefined) section = head.trim();
    else if (/^\s+\S/.test(line) && last !== "") found.set(last, `${found.get(last) ?? ""}\n${line.trim()}`);
    else if (key !== undefined) found.set((last = `${section}|${key.replaceAll("-", "_")}`), value.trim());
  }
  return found;
}

const lines = (text: string): string[] =>
  text
    .split(/\n|(?<=\S);\s*$/)
    .map((line) => line.trim())
    .filter(Boolean);
/** Keys whose meaning is told elsewhere, or that change nothing of the wheel's content. */
const ASIDE =
  /^(metadata\|(long_description|long_description_content_type|url|project_urls|classifiers|keywords|license_files?|platforms?|maintainer|maintainer_email|download_url)|options\|(zip_safe|include_package_data|test_suite|tests_require|setup_requires)|(?!options|metadata).*\|.*)$/;

/**
 * setup.cfg as the [project] table that says the same, with the packages that it names.
 * @returns the key that is not modelled where there is one
 */
export function setupCfgProject(
  text: string,
): { values: ReadonlyMap<string, TomlValue>; sources: NamedSources | undefined } | { readonly gap: string } {
  const found = new Map<string, TomlValue>();
  const extras = new Map<string, string[]>();
  let [root, find, author, email] = [".", false, "", ""];
  let names: string[] | undefined;
  for (const [key, value] of readIni(text)) {
    if (/^(attr|file):/.test(value)) return { gap: key };
    const [section = "", name = ""] = key.split("|");
    if (/^metadata\|(name|version|description|license)$/.test(key)) found.set(`project.${name}`, value);
    else if (key === "metadata|author") author = value;
    else if (key === "metadata|author_email") email = value;
    else if (key === "options|python_requires") found.set("project.requires-python", value);
    else if (key === "options|install_requires") found.set("project.dependencies", lines(value));
    else if (key === "options|packages" && value.trim() === "find:") find = true;
    else if (key === "options|packages" || key === "options|py_modules") {
      if (value.includes(":")) return { gap: key };
      const listed = lines(value.replaceAll(",", "\n"));
      names = [
        ...(names ?? []),
        ...(name === "packages"
          ? listed.filter((one) => !one.includes("."))
          : listed.map((one) => `${one}.py`)),
      ];
    } else if (key === "options|package_dir") {
      const [, folder] = /^=\s*(\S+)$/.exec(value.trim()) ?? [];
      if (folder === undefined) return { gap: key };
      root = folder;
    } else if (key === "options.packages.find|where") root = value;
    else if (section === "options.extras_require") extras.set(name, lines(value));
    else if (key === "options.entry_points|console_scripts")
      for (const line of lines(value)) {
        const [, command = "", target = ""] = /^([^=\s]+)\s*=\s*(\S+)$/.exec(line) ?? [];
        if (command === "") return { gap: key };
        found.set(`project.scripts.${command}`, target);
      }
    else if (!ASIDE.test(key)) return { gap: key };
  }
  for (const [name, list] of extras) found.set(`project.optional-dependencies.${name}`, list);
  if (author !== "" || email !== "")
    found.set("project.authors", {
      raw: `[{name = "${author}"${email === "" ? "" : `, email = "${email}"`}}]`,
    });
  return {
    values: found,
    sources: find || names ? { root, find, names: names ?? [] } : undefined,
  };
}
