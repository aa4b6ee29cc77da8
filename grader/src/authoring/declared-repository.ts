import type { BlackBox } from "@drydock/engine";
import type { DeclaredRepository } from "./behaviour-schema.ts";

type Repository = NonNullable<BlackBox["repository"]>;

/** The seconds since 1970 and the zone of `2026-01-05T10:00:00+01:00`, as git keeps a time. */
function timeOf(date: string): { readonly time: number; readonly zone: string } {
  const zone = date.endsWith("Z") ? "+0000" : date.slice(19).replace(":", "");
  return { time: Date.parse(date) / 1000, zone };
}

/** A declared repository as the engine takes it; the words for what it names and does not have, with the path to it. */
export function declaredRepository(
  declared: DeclaredRepository,
):
  | { readonly repository: Repository }
  | { readonly path: readonly (string | number)[]; readonly message: string } {
  const known = new Set<string>();
  const commits: Repository["commits"][number][] = [];
  for (const [at, { name, parents, author, date, message, files }] of declared.commits.entries()) {
    const before = declared.commits[at - 1]?.name;
    const follows = parents ?? (before === undefined ? [] : [before]);
    const missing = follows.find((parent) => !known.has(parent));
    if (missing !== undefined)
      return { path: ["commits", at], message: `no commit above is called ${JSON.stringify(missing)}` };
    if (known.has(name))
      return { path: ["commits", at, "name"], message: `the name ${JSON.stringify(name)} is used twice` };
    known.add(name);
    const changed = Object.entries(files).map(([path, file]) => [
      path,
      typeof file === "string" ? { text: file, executable: false } : file,
    ]);
    commits.push({
      name,
      parents: follows,
      author,
      message,
      ...timeOf(date),
      files: Object.fromEntries(changed),
    });
  }
  const tags: Record<string, Repository["tags"][string]> = {};
  for (const [name, tag] of Object.entries(declared.tags))
    tags[name] = typeof tag === "string" ? { commit: tag } : tag;
  for (const [kind, names] of [
    ["branches", Object.entries(declared.branches)],
    ["tags", Object.entries(tags).map(([name, { commit }]) => [name, commit] as const)],
  ] as const)
    for (const [name, commit] of names)
      if (!known.has(commit))
        return { path: [kind, name], message: `there is no commit ${JSON.stringify(commit)}` };
  if (!(declared.head in declared.branches))
    return { path: ["branches"], message: `there is no branch ${JSON.stringify(declared.head)}` };
  const { url, head, branches } = declared;
  return { repository: { url, head, commits, branches, tags } };
}
