import { notSimulated } from "../../core/engine-error.ts";
import { join } from "../../vfs/path.ts";
import { contentOf } from "../text/bytes-text.ts";
import type { Process } from "../process.ts";
import { makeDirectories } from "../packages/python/make-directories.ts";
import { dirname } from "../../vfs/path.ts";
import { addReflog } from "./reflog.ts";
import type { Commit } from "./objects.ts";
import { openRepository, type OpenedRepository, setHead } from "./opened-repository.ts";
import { abbreviated, commitOf } from "./revision.ts";
import { trackingWords } from "./status.ts";
import { differences, indexContent, putFile, switchFiles } from "./work-tree.ts";
import { subjectOf } from "./write-commit.ts";

/** What git says where HEAD leaves every branch (advice.detachedHead). */
export const detachedAdvice = (name: string): string => `Note: switching to '${name}'.

You are in 'detached HEAD' state. You can look around, make experimental
changes and commit them, and you can discard any commits you make in this
state without impacting any branches by switching back to a branch.

If you want to create a new branch to retain commits you create, you may
do so (now or later) by using -c with the switch command. Example:

  git switch -c <new-branch-name>

Or undo this operation with:

  git switch -

Turn off this advice by setting config variable advice.detachedHead to false

`;

export const headIsNow = (commit: Commit): string =>
  `HEAD is now at ${abbreviated(commit.id)} ${subjectOf(commit)}\n`;

/** Writes a branch's ref. */
export function writeBranch(process: Process, folder: string, branch: string, id: string): void {
  const path = `${folder}/refs/heads/${branch}`;
  makeDirectories(process.files, dirname(path));
  process.files.write(path, contentOf(`${id}\n`), 0o644);
}

/** Adds what a branch follows to the configuration, as `git clone` and `git checkout` do. */
export function followOrigin(process: Process, folder: string, branch: string): void {
  const content = process.files.read(`${folder}/config`);
  const text = typeof content === "string" ? "" : (content.text ?? "");
  process.files.write(
    `${folder}/config`,
    contentOf(`${text}[branch "${branch}"]\n\tremote = origin\n\tmerge = refs/heads/${branch}\n`),
    0o644,
  );
}

interface Wanted {
  readonly create: boolean;
  readonly detach: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly words: readonly string[];
  readonly paths: readonly string[] | undefined;
}

function readOptions(command: string, args: readonly string[]): Wanted {
  const end = args.indexOf("--");
  const before = end < 0 ? args : args.slice(0, end);
  const known =
    /^(?:-b|-c|--create|-q|--quiet|--detach|-d|-f|--force|--progress|--no-progress|--recurse-submodules)$/;
  const flags = before.filter((arg) => arg.startsWith("-") && arg !== "-");
  const unknown = flags.find((flag) => !known.test(flag));
  if (unknown !== undefined) throw notSimulated(`git ${command} ${unknown}`, "do as it says");
  const has = (...names: readonly string[]): boolean => names.some((name) => flags.includes(name));
  return {
    create: has("-b", "-c", "--create"),
    detach: has("--detach", "-d"),
    force: has("-f", "--force"),
    quiet: has("-q", "--quiet"),
    words: before.filter((arg) => !flags.includes(arg)),
    paths: end < 0 ? undefined : args.slice(end + 1),
  };
}

/** `git checkout -- PATH...`, `git restore PATH...`: files as HEAD has them. */
export function restorePaths(
  process: Process,
  repository: OpenedRepository,
  paths: readonly string[],
  counted: boolean,
): number {
  const { top, head } = repository;
  const prefix = process.cwd === top ? "" : `${process.cwd.slice(top.length + 1)}/`;
  const changed = new Set(differences(process, top, head.files).map(({ path }) => path));
  let count = 0;
  for (const typed of paths) {
    const wanted = join("/", prefix + typed).slice(1);
    const found = [...head.files].filter(
      ([path]) => wanted === "" || path === wanted || path.startsWith(`${wanted}/`),
    );
    if (found.length === 0) {
      process.stderr.write(`error: pathspec '${typed}' did not match any file(s) known to git\n`);
      return 1;
    }
    for (const [path, file] of found) {
      if (!changed.has(path)) continue;
      putFile(process, top, path, file);
      count++;
    }
  }
  if (counted) process.stderr.write(`Updated ${count} path${count === 1 ? "" : "s"} from the index\n`);
  return 0;
}

/** `git checkout` and `git switch`: to a branch, to a commit by itself, to a new branch; or files back as they were. */
export function runCheckout(
  process: Process,
  repository: OpenedRepository,
  command: "checkout" | "switch",
  args: readonly string[],
): number {
  const options = readOptions(command, args);
  const { create, detach, force, quiet, words, paths } = options;
  const { folder, top, refs, head, branch } = repository;
  const fail = (text: string, status: number): number => {
    process.stderr.write(`${text}\n`);
    return status;
  };
  const say = (text: string): void => {
    if (!quiet) process.stderr.write(text);
  };
  if (paths !== undefined) {
    if (words.length > 0) throw notSimulated(`git ${command} of files of another commit`, "put them there");
    return restorePaths(process, repository, paths, false);
  }
  const [word, start] = words;
  if (word === undefined) throw notSimulated(`git ${command} without a name`, "show what differs");
  if (word === "-") throw notSimulated(`git ${command} -`, "go back to where it was before");
  if (create) {
    if (refs.has(`refs/heads/${word}`)) return fail(`fatal: a branch named '${word}' already exists`, 128);
    const from = start === undefined ? head : commitOf(repository, start);
    if (!from)
      return fail(`fatal: '${start}' is not a commit and a branch '${word}' cannot be created from it`, 128);
    move(process, repository, from, word);
    writeBranch(process, folder, word, from.id);
    addReflog(process, folder, head.id, from.id, `checkout: moving from ${branch ?? head.id} to ${word}`);
    say(`Switched to a new branch '${word}'\n`);
    return 0;
  }
  if (words.length > 1) return restorePaths(process, repository, words, true);
  const local = refs.has(`refs/heads/${word}`);
  const remote = refs.has(`refs/remotes/origin/${word}`);
  if (!local && remote && word !== "HEAD" && !detach && !refs.has(`refs/tags/${word}`)) {
    const there = commitOf(repository, `origin/${word}`);
    if (!there) return fail(`fatal: invalid reference: ${word}`, 128);
    move(process, repository, there, word);
    writeBranch(process, folder, word, there.id);
    followOrigin(process, folder, word);
    addReflog(process, folder, head.id, there.id, `checkout: moving from ${branch ?? head.id} to ${word}`);
    say(`Switched to a new branch '${word}'\n`);
    if (!quiet) process.stdout.write(`branch '${word}' set up to track 'origin/${word}'.\n`);
    return 0;
  }
  const commit = commitOf(repository, word);
  if (!commit) {
    if (command === "switch") return fail(`fatal: invalid reference: ${word}`, 128);
    return word === "." || [...head.files.keys()].some((path) => path === word || path.startsWith(`${word}/`))
      ? restorePaths(process, repository, words, true)
      : fail(`error: pathspec '${word}' did not match any file(s) known to git`, 1);
  }
  if (command === "switch" && !local && !detach) {
    const kind = refs.has(`refs/tags/${word}`)
      ? "tag"
      : refs.has(`refs/remotes/${word}`)
        ? "remote branch"
        : "commit";
    return fail(
      `fatal: a branch is expected, got ${kind} '${word}'\nhint: If you want to detach HEAD at the commit, try again with the --detach option.`,
      128,
    );
  }
  if (local && !detach && word === branch) {
    say(`Already on '${word}'\n`);
    if (!quiet) process.stdout.write(trackingWords(repository));
    return 0;
  }
  const edited = differences(process, top, head.files).filter(({ path, how }) =>
    how === "?" ? commit.files.has(path) : head.files.get(path)?.id !== commit.files.get(path)?.id,
  );
  if (edited.length > 0 && !force)
    throw notSimulated(`git ${command} over files that were edited`, "refuse it, and name them");
  const carried = differences(process, top, head.files).filter(({ how }) => how !== "?");
  const onBranch = local && !detach;
  if (branch === undefined && head.id !== commit.id)
    say(`Previous ${headIsNow(head).replace(" is now at", " position was")}`);
  move(process, repository, commit, onBranch ? word : undefined);
  addReflog(process, folder, head.id, commit.id, `checkout: moving from ${branch ?? head.id} to ${word}`);
  if (!onBranch) {
    const told = process.files.read(`${folder}/config`);
    if (typeof told === "object" && /detachedhead\s*=\s*false/i.test(told.text ?? "")) say(headIsNow(commit));
    else
      say(branch === undefined || detach ? headIsNow(commit) : `${detachedAdvice(word)}${headIsNow(commit)}`);
    return 0;
  }
  say(`Switched to branch '${word}'\n`);
  if (!quiet) {
    for (const { path, how } of carried) process.stdout.write(`${how}\t${path}\n`);
    process.stdout.write(trackingWords(openRepository(process, folder, command)));
  }
  return 0;
}

/** Files, index and HEAD as of another commit. */
export function move(
  process: Process,
  { folder, top, head }: OpenedRepository,
  to: Commit,
  branch: string | undefined,
): void {
  switchFiles(process, top, head.files, to.files);
  process.files.write(`${folder}/index`, indexContent(to.files, to.tree), 0o644);
  setHead(process, folder, branch, to.id);
}
