import { notSimulated } from "../../core/engine-error.ts";
import { globPattern } from "../packages/dpkg/glob-pattern.ts";
import type { Process } from "../process.ts";
import { move, writeBranch } from "./checkout.ts";
import { headIsNow } from "./checkout.ts";
import { ambiguous } from "./log.ts";
import { type OpenedRepository, peel } from "./opened-repository.ts";
import { commitOf, history, idOf } from "./revision.ts";
import { detachedName } from "./status.ts";

type Run = (process: Process, repository: OpenedRepository, args: readonly string[]) => number;

const names = ({ refs }: OpenedRepository, prefix: string): string[] =>
  [...refs.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
const lines = (process: Process, all: readonly string[]): 0 => {
  for (const line of all) process.stdout.write(`${line}\n`);
  return 0;
};
const lacks = (command: string, word: string | undefined): never => {
  throw notSimulated(`git ${command} ${word ?? ""}`.trimEnd(), "do as it says");
};
const fail = (process: Process, text: string, status = 128): number => {
  process.stderr.write(`${text}\n`);
  return status;
};

const branch: Run = (process, repository, args) => {
  const [first] = args;
  const { branch: current } = repository;
  if (first === "--show-current") return lines(process, current === undefined ? [] : [current]);
  if (first !== undefined && !/^(?:-a|--all|-r|--remotes|--list|-l)$/.test(first)) {
    if (first.startsWith("-") || args.length > 2) return lacks("branch", args.join(" "));
    if (repository.refs.has(`refs/heads/${first}`))
      return fail(process, `fatal: a branch named '${first}' already exists`);
    const from = commitOf(repository, args[1] ?? "HEAD");
    if (!from) return fail(process, `fatal: not a valid object name: '${args[1]}'`);
    writeBranch(process, repository.folder, first, from.id);
    return 0;
  }
  if (args.length > 1) return lacks("branch", args.join(" "));
  const all = first === "-a" || first === "--all";
  const remotes = names(repository, "refs/remotes/").map((name) =>
    name === "origin/HEAD" ? `${name} -> origin/${originHead(process, repository)}` : name,
  );
  if (first === "-r" || first === "--remotes")
    return lines(
      process,
      remotes.map((name) => `  ${name}`),
    );
  const detached = current === undefined ? detachedName(process, repository) : undefined;
  const own = names(repository, "refs/heads/").map((name) => `${name === current ? "*" : " "} ${name}`);
  return lines(process, [
    ...(current === undefined
      ? [detached === undefined ? "* (no branch)" : `* (HEAD detached at ${detached})`]
      : []),
    ...own,
    ...(all ? remotes.map((name) => `  remotes/${name}`) : []),
  ]);
};

function originHead(process: Process, { folder }: OpenedRepository): string {
  const content = process.files.read(`${folder}/refs/remotes/origin/HEAD`);
  return (typeof content === "string" ? "" : (content.text ?? ""))
    .trim()
    .replace("ref: refs/remotes/origin/", "");
}

const tag: Run = (process, repository, args) => {
  const [first, pattern, more] = args;
  const all = names(repository, "refs/tags/");
  if (first === undefined || ((first === "-l" || first === "--list") && pattern === undefined))
    return lines(process, all);
  if ((first === "-l" || first === "--list") && more === undefined) {
    const matches = globPattern(pattern ?? "*");
    return lines(
      process,
      all.filter((name) => matches.test(name)),
    );
  }
  if (first === "--points-at" && pattern !== undefined && more === undefined) {
    const commit = commitOf(repository, pattern);
    if (!commit) return fail(process, `error: malformed object name ${pattern}`, 129);
    return lines(
      process,
      all.filter((name) => commitOf(repository, name)?.id === commit.id),
    );
  }
  return lacks("tag", args.join(" "));
};

const revParse: Run = (process, repository, args) => {
  let [short, symbolic, verify] = [0, false, false];
  const told: string[] = [];
  for (const arg of args) {
    if (arg === "--short" || arg.startsWith("--short=")) short = Number(arg.split("=")[1] ?? 7);
    else if (arg === "--abbrev-ref") symbolic = true;
    else if (arg === "--verify" || arg === "-q" || arg === "--quiet") verify = true;
    else if (arg === "--show-toplevel") told.push(repository.top);
    else if (arg === "--git-dir") told.push(process.cwd === repository.top ? ".git" : repository.folder);
    else if (arg === "--absolute-git-dir") told.push(repository.folder);
    else if (arg === "--is-inside-work-tree") told.push("true");
    else if (arg === "--is-shallow-repository") told.push(String(repository.shallow.size > 0));
    else if (arg.startsWith("-")) return lacks("rev-parse", arg);
    else if (symbolic) {
      const full = arg === "HEAD" ? (repository.branch ?? "HEAD") : arg;
      if (arg !== "HEAD" && !idOf(repository, arg))
        return fail(process, `${told.join("\n")}${ambiguous(arg).trimEnd()}`);
      told.push(full);
    } else {
      const id = idOf(repository, arg);
      if (id === undefined) {
        lines(process, told);
        if (args.includes("-q") || args.includes("--quiet")) return 1;
        if (verify) return fail(process, "fatal: Needed a single revision");
        process.stdout.write(`${arg}\n`);
        return fail(process, ambiguous(arg).trimEnd());
      }
      told.push(short > 0 ? id.slice(0, short) : id);
    }
  }
  return lines(process, told);
};

const revList: Run = (process, repository, args) => {
  const counted = args.includes("--count");
  const all = args.includes("--all");
  const words = args.filter((arg) => arg !== "--count" && arg !== "--all");
  const other = words.find((arg) => arg.startsWith("-") || arg.includes(".."));
  if (other !== undefined) return lacks("rev-list", other);
  const tips = words.map((word) => commitOf(repository, word));
  const missing = words[tips.indexOf(undefined)];
  if (missing !== undefined) return fail(process, ambiguous(missing).trimEnd());
  if (tips.length === 0 && !all) return lacks("rev-list", "without a commit");
  const from = all ? [...repository.refs.values()].map((id) => peel(repository.objects, id)) : tips;
  const found = history(repository, [...new Set(from.flatMap((it) => it ?? []))]);
  process.kernel.spend(found.length);
  return lines(process, counted ? [String(found.length)] : found.map(({ id }) => id));
};

const showRef: Run = (process, { refs }, args) =>
  args.length > 0
    ? lacks("show-ref", args.join(" "))
    : lines(
        process,
        [...refs].map(([name, id]) => `${id} ${name}`),
      );

function remoteUrl(process: Process, { folder }: OpenedRepository): string {
  const content = process.files.read(`${folder}/config`);
  return /^\turl = (.*)$/m.exec(typeof content === "string" ? "" : (content.text ?? ""))?.[1] ?? "";
}

const remote: Run = (process, repository, args) => {
  const url = remoteUrl(process, repository);
  if (args.length === 0) return lines(process, ["origin"]);
  if (args[0] === "-v" || args[0] === "--verbose")
    return lines(process, [`origin\t${url} (fetch)`, `origin\t${url} (push)`]);
  if (args[0] === "get-url" && args[1] === "origin" && args.length === 2) return lines(process, [url]);
  return lacks("remote", args.join(" "));
};

const lsFiles: Run = (process, { head, top }, args) => {
  if (args.some((arg) => arg !== "-s" && arg !== "--stage" && arg !== "-c" && arg !== "--cached"))
    return lacks("ls-files", args.join(" "));
  const stage = args.includes("-s") || args.includes("--stage");
  const prefix = process.cwd === top ? "" : `${process.cwd.slice(top.length + 1)}/`;
  return lines(
    process,
    [...head.files]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, { id, executable }]) =>
        stage
          ? `${executable ? "100755" : "100644"} ${id} 0\t${path.slice(prefix.length)}`
          : path.slice(prefix.length),
      ),
  );
};

const reset: Run = (process, repository, args) => {
  const [how, word = "HEAD", more] = args.filter((arg) => arg !== "-q" && arg !== "--quiet");
  if (how !== "--hard" || more !== undefined) return lacks("reset", args.join(" "));
  const commit = commitOf(repository, word);
  if (!commit) return fail(process, ambiguous(word).trimEnd());
  const { folder, branch: current } = repository;
  move(process, { ...repository, head: { ...repository.head, files: new Map() } }, commit, current);
  for (const path of repository.head.files.keys())
    if (!commit.files.has(path)) process.files.unlink(`${repository.top}/${path}`);
  if (current !== undefined) writeBranch(process, folder, current, commit.id);
  if (args.length === [how, word].length || word === "HEAD") process.stdout.write(headIsNow(commit));
  return 0;
};

const symbolicRef: Run = (process, { branch: current }, args) => {
  const short = args.includes("--short");
  const words = args.filter((arg) => arg !== "--short" && arg !== "-q");
  if (words.length !== 1 || words[0] !== "HEAD") return lacks("symbolic-ref", args.join(" "));
  if (current === undefined) return fail(process, "fatal: ref HEAD is not a symbolic ref");
  return lines(process, [short ? current : `refs/heads/${current}`]);
};

/** Commands that list or set what names point to. */
export const refCommands: Readonly<Record<string, Run>> = {
  branch,
  tag,
  "rev-parse": revParse,
  "rev-list": revList,
  "show-ref": showRef,
  remote,
  "ls-files": lsFiles,
  reset,
  "symbolic-ref": symbolicRef,
};
