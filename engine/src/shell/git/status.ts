import { notSimulated } from "../../core/engine-error.ts";
import type { Process } from "../process.ts";
import type { OpenedRepository } from "./opened-repository.ts";
import { history } from "./revision.ts";
import { differences } from "./work-tree.ts";

/** How a branch stands to the one that it follows: the second line of `git status` and of `git checkout`. */
export function trackingWords(repository: OpenedRepository): string {
  const { refs, objects, branch: name } = repository;
  const [here, there] = [refs.get(`refs/heads/${name}`), refs.get(`refs/remotes/origin/${name}`)];
  if (name === undefined || here === undefined || there === undefined) return "";
  if (here === there) return `Your branch is up to date with 'origin/${name}'.\n`;
  const all = (id: string): Set<string> => {
    const commit = objects.commits.get(id);
    return new Set(commit ? history(repository, [commit]).map((it) => it.id) : []);
  };
  const [mine, theirs] = [all(here), all(there)];
  const ahead = [...mine].filter((id) => !theirs.has(id)).length;
  const behind = [...theirs].filter((id) => !mine.has(id)).length;
  if (ahead > 0) throw notSimulated("a branch that has left its origin", "tell how far");
  const many = behind === 1 ? "1 commit" : `${behind} commits`;
  return `Your branch is behind 'origin/${name}' by ${many}, and can be fast-forwarded.\n  (use "git pull" to update your local branch)\n`;
}

/** The tag that HEAD stands at, else its id, as status calls it. */
export const detachedName = (process: Process, { folder, head }: OpenedRepository): string | undefined => {
  const log = process.files.read(`${folder}/logs/HEAD`);
  const last = (typeof log === "string" ? "" : (log.text ?? "")).trimEnd().split("\n").at(-1) ?? "";
  const to = /checkout: moving from \S+ to (\S+)$/.exec(last)?.[1];
  return to === undefined
    ? undefined
    : /^[0-9a-f]{7,40}$/.test(to) || /[~^]/.test(to)
      ? head.id.slice(0, 7)
      : to;
};

/** `git status`, long, `-s` and `--porcelain`. Nothing is ever staged here. */
export function runStatus(process: Process, repository: OpenedRepository, args: readonly string[]): number {
  const unknown = args.find(
    (arg) => !/^(?:-s|--short|--porcelain(?:=v1)?|-uno|--untracked-files=no)$/.test(arg),
  );
  if (unknown !== undefined) throw notSimulated(`git status ${unknown}`, "show the state like that");
  const all = differences(process, repository.top, repository.head.files);
  const changed = all.filter(({ how }) => how !== "?").toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const tracked = args.includes("-uno") || args.includes("--untracked-files=no");
  const others = tracked ? [] : all.filter(({ how }) => how === "?");
  if (others.length > 0 && repository.head.files.has(".gitignore"))
    throw notSimulated("git status with files that .gitignore may name", "leave those out");
  if (args.some((arg) => /^-s$|^--short|^--porcelain/.test(arg))) {
    for (const { path, how } of changed) process.stdout.write(` ${how} ${path}\n`);
    for (const { path } of others) process.stdout.write(`?? ${path}\n`);
    return 0;
  }
  const name = detachedName(process, repository);
  const parts = [
    repository.branch === undefined
      ? `${name === undefined ? "Not currently on any branch." : `HEAD detached at ${name}`}\n`
      : `On branch ${repository.branch}\n${trackingWords(repository)}${trackingWords(repository) === "" ? "" : "\n"}`,
  ];
  if (changed.length > 0) {
    const remove = changed.some(({ how }) => how === "D") ? "/rm" : "";
    parts.push(
      `Changes not staged for commit:\n  (use "git add${remove} <file>..." to update what will be committed)\n  (use "git restore <file>..." to discard changes in working directory)\n`,
      ...changed.map(({ path, how }) => `\t${how === "D" ? "deleted:    " : "modified:   "}${path}\n`),
      "\n",
    );
  }
  if (others.length > 0)
    parts.push(
      'Untracked files:\n  (use "git add <file>..." to include in what will be committed)\n',
      ...others.map(({ path }) => `\t${path}\n`),
      "\n",
    );
  parts.push(
    changed.length > 0
      ? 'no changes added to commit (use "git add" and/or "git commit -a")\n'
      : others.length > 0
        ? 'nothing added to commit but untracked files present (use "git add" to track)\n'
        : `nothing to commit${tracked ? " (use -u to show untracked files)" : ", working tree clean"}\n`,
  );
  process.stdout.write(parts.join(""));
  return 0;
}
