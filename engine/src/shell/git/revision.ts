import { type Commit } from "./objects.ts";
import { type OpenedRepository, parentsOf, peel } from "./opened-repository.ts";

/** The order in which git looks for a short name (gitrevisions(7)). */
const PLACES = ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"];

/** What git shows of an id where it is short; no two objects of a lesson's repository begin alike. */
export const abbreviated = (id: string): string => id.slice(0, 7);

/** The id that a word names, a tag's own where it is annotated. */
export function idOf(repository: OpenedRepository, word: string): string | undefined {
  const [, base = "", suffix = ""] = /^(.*?)((?:[~^](?:\d*|\{\w*\}))*)$/.exec(word) ?? [];
  const { refs, head, objects } = repository;
  let id: string | undefined;
  if (base === "HEAD" || base === "@") id = head.id;
  for (const place of PLACES) id ??= refs.get(place + base) ?? refs.get(`${place}${base}/HEAD`);
  if (id === undefined && /^[0-9a-f]{4,40}$/.test(base)) {
    const known = [...objects.commits.keys(), ...objects.tags.keys()].filter((one) => one.startsWith(base));
    id = known.length === 1 ? known[0] : undefined;
  }
  if (id === undefined || suffix === "") return id;
  let commit = peel(objects, id);
  for (const [, sign = "", what = ""] of suffix.matchAll(/([~^])(\{\w*\}|\d*)/g)) {
    if (what.startsWith("{") || commit === undefined) continue;
    const count = what === "" ? 1 : Number(what);
    if (sign === "^") commit = count === 0 ? commit : parentsOf(repository, commit)[count - 1];
    else for (let step = 0; step < count && commit; step++) commit = parentsOf(repository, commit)[0];
  }
  return commit?.id;
}

/** The commit that a word names. */
export const commitOf = (repository: OpenedRepository, word: string): Commit | undefined =>
  peel(repository.objects, idOf(repository, word) ?? "");

/** All commits that can be reached from these, the newest first, as `git log` lists them. */
export function history(repository: OpenedRepository, from: readonly Commit[]): Commit[] {
  const found: Commit[] = [];
  const seen = new Set(from.map(({ id }) => id));
  const waiting = [...from];
  while (waiting.length > 0) {
    waiting.sort((a, b) => b.time - a.time);
    const next = waiting.shift();
    if (!next) break;
    found.push(next);
    for (const parent of parentsOf(repository, next)) {
      if (seen.has(parent.id)) continue;
      seen.add(parent.id);
      waiting.push(parent);
    }
  }
  return found;
}
