import { notSimulated } from "../../core/engine-error.ts";
import type { Process } from "../process.ts";
import { type OpenedRepository } from "./opened-repository.ts";
import { reach } from "./reach.ts";
import { differences } from "./work-tree.ts";

/** `git fetch` and `git pull` of a clone that has all there is: a declared repository does not change. */
export function updateClone(
  process: Process,
  { folder, top, objects, shallow, refs, branch, head }: OpenedRepository,
  command: "fetch" | "pull",
  args: readonly string[],
): number {
  const words = args.filter(
    (arg) => !/^(?:-q|--quiet|--tags|-t|--all|--prune|-p|--ff-only|--rebase|--no-rebase|origin)$/.test(arg),
  );
  const content = process.files.read(`${folder}/config`);
  const text = typeof content === "string" ? "" : (content.text ?? "");
  const url = /^\turl = (.*)$/m.exec(text)?.[1] ?? "";
  const whole = [...objects.refs].every(
    ([name, id]) => refs.get(name.replace("refs/heads/", "refs/remotes/origin/")) === id,
  );
  if (words.length > 0 || shallow.size > 0 || !whole)
    throw notSimulated(`git ${command} ${args.join(" ")}`.trimEnd(), "fetch what is not here yet");
  const found = reach(process, url);
  if (typeof found === "number") return found;
  process.kernel.elapse(400);
  if (command === "fetch") return 0;
  if (branch === undefined)
    throw notSimulated("git pull with a detached HEAD", "say that there is no branch");
  if (
    refs.get(`refs/remotes/origin/${branch}`) !== head.id ||
    differences(process, top, head.files).some(({ how }) => how !== "?")
  )
    throw notSimulated("git pull that merges", "bring both together");
  if (!args.includes("-q") && !args.includes("--quiet")) process.stdout.write("Already up to date.\n");
  return 0;
}
