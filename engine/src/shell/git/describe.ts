import { notSimulated } from "../../core/engine-error.ts";
import type { Process } from "../process.ts";
import { type OpenedRepository, peel } from "./opened-repository.ts";
import { abbreviated, commitOf, history } from "./revision.ts";
import { differences } from "./work-tree.ts";

/**
 * `git describe`: the nearest tag, how many commits lie after it, and the id (git-describe(1), "SEARCH STRATEGY"). Of tags on one
 * commit an annotated one goes before others.
 */
export function runDescribe(process: Process, repository: OpenedRepository, args: readonly string[]): number {
  const flags = new Set(args.filter((arg) => arg.startsWith("-")));
  const [word, more] = args.filter((arg) => !arg.startsWith("-"));
  const known = /^--(?:tags|always|long|dirty(?:=.*)?|abbrev=\d+|exact-match|match=.*)$/;
  const unknown = [...flags].find((flag) => !known.test(flag) || flag.startsWith("--match"));
  if (unknown !== undefined || more !== undefined)
    throw notSimulated(`git describe ${unknown ?? more}`, "describe commits like that");
  const fail = (text: string): number => {
    process.stderr.write(`fatal: ${text}\n`);
    return 128;
  };
  const commit = word === undefined ? repository.head : commitOf(repository, word);
  if (!commit) return fail(`Not a valid object name ${word}`);
  const { refs, objects, top } = repository;
  const light = flags.has("--tags");
  const tags = [...refs]
    .filter(([name, id]) => name.startsWith("refs/tags/") && (light || objects.tags.has(id)))
    .flatMap(([name, id]) => {
      const at = peel(objects, id);
      return at ? [{ name: name.slice(10), annotated: objects.tags.has(id), at }] : [];
    });
  const reach = history(repository, [commit]);
  process.kernel.spend(reach.length);
  const best = tags
    .filter(({ at }) => reach.includes(at))
    .map((tag) => {
      const before = new Set(history(repository, [tag.at]).map(({ id }) => id));
      return { ...tag, depth: reach.filter(({ id }) => !before.has(id)).length };
    })
    .sort(
      (a, b) => a.depth - b.depth || Number(b.annotated) - Number(a.annotated) || (a.name < b.name ? -1 : 1),
    )[0];
  const length = Number(/--abbrev=(\d+)/.exec([...flags].join(" "))?.[1] ?? 7);
  const short = length === 7 ? abbreviated(commit.id) : commit.id.slice(0, length);
  const dirty = [...flags].find((flag) => flag.startsWith("--dirty"));
  const mark =
    dirty !== undefined && differences(process, top, repository.head.files).some(({ how }) => how !== "?")
      ? (dirty.split("=")[1] ?? "-dirty")
      : "";
  if (best && (best.depth === 0 || !flags.has("--exact-match"))) {
    const bare = (best.depth === 0 && !flags.has("--long")) || length === 0;
    process.stdout.write(`${best.name}${bare ? "" : `-${best.depth}-g${short}`}${mark}\n`);
    return 0;
  }
  if (flags.has("--exact-match") && !flags.has("--always"))
    return fail(`no tag exactly matches '${commit.id}'`);
  if (flags.has("--always")) {
    process.stdout.write(`${short}${mark}\n`);
    return 0;
  }
  if ([...refs].some(([name, id]) => name.startsWith("refs/tags/") && !objects.tags.has(id)) && !light)
    return fail(
      `No annotated tags can describe '${commit.id}'.\nHowever, there were unannotated tags: try --tags.`,
    );
  return fail(
    [...refs.keys()].some((name) => name.startsWith("refs/tags/"))
      ? `No tags can describe '${commit.id}'.\nTry --always, or create some tags.`
      : "No names found, cannot describe anything.",
  );
}
