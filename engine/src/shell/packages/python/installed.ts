import type { Content } from "../../../vfs/content.ts";
import type { FileSystem } from "../../../vfs/file-system.ts";
import { canonicalName } from "./requirement.ts";

type Fields = ReadonlyMap<string, readonly string[]>;

/** A package that lies in site-packages, as its own files tell. */
export interface Installed {
  readonly name: string;
  readonly key: string;
  readonly version: string;
  /** The folder it lies in. */
  readonly site: string;
  /** `flask-3.1.3.dist-info` */
  readonly info: string;
  /** Fields of METADATA, by lower-case name. */
  readonly fields: Fields;
}

/** What has been read: a base's packages are asked for at every install. */
const read = new WeakMap<Content, Fields>();

const fieldsOf = (content: Content): Fields => {
  const before = read.get(content);
  if (before) return before;
  const fields = new Map<string, string[]>();
  read.set(content, fields);
  for (const line of content.text?.split("\n\n")[0]?.split("\n") ?? []) {
    const colon = line.indexOf(": ");
    if (colon < 1) continue;
    const key = line.slice(0, colon).toLowerCase();
    fields.set(key, [...(fields.get(key) ?? []), line.slice(colon + 2)]);
  }
  return fields;
};

const NOTHING: Fields = new Map();

/** Packages in the folders, in order of name; of two with one name the first folder's counts. */
export function installedIn(files: FileSystem, folders: readonly string[]): Installed[] {
  const found = new Map<string, Installed>();
  for (const site of folders) {
    const names = files.list(site);
    for (const info of typeof names === "string" ? [] : names) {
      const match = /^(.+?)-([^-]+)\.dist-info$/.exec(info);
      if (!match) continue;
      const content = files.read(`${site}/${info}/METADATA`);
      const fields = typeof content === "string" ? NOTHING : fieldsOf(content);
      const name = fields.get("name")?.[0] ?? match[1] ?? "";
      const key = canonicalName(name);
      if (!found.has(key))
        found.set(key, {
          name,
          key,
          version: fields.get("version")?.[0] ?? match[2] ?? "",
          site,
          info,
          fields,
        });
    }
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The folder or file that a package was installed from (PEP 610); undefined where it came from an index. */
export function sourceOf(
  files: FileSystem,
  { site, info }: Installed,
): { readonly url: string; readonly editable: boolean } | undefined {
  const content = files.read(`${site}/${info}/direct_url.json`);
  if (typeof content === "string") return undefined;
  try {
    const told = JSON.parse(content.text ?? "") as { url?: string; dir_info?: { editable?: boolean } };
    return { url: told.url ?? "", editable: told.dir_info?.editable === true };
  } catch {
    return undefined;
  }
}
