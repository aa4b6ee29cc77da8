import { notSimulated } from "../../core/engine-error.ts";
import { dirname, join } from "../../vfs/path.ts";
import { runConfig } from "../git/run-config.ts";
import { installedVersion } from "../packages/installed-version.ts";
import { parseUrl } from "../parse-url.ts";
import type { Process, Program } from "../process.ts";

/** Commands that need a repository and say so first. */
const NEEDS_REPOSITORY = new Set(
  "add am bisect blame branch cat-file checkout cherry-pick clean commit describe fetch for-each-ref gc log ls-files ls-tree merge mv pull push rebase reflog remote reset restore rev-list rev-parse revert rm show show-ref sparse-checkout stash status submodule switch symbolic-ref tag worktree".split(
    " ",
  ),
);
/** Commands that do not, and that Drydock lacks. */
const OTHERS = new Set(
  "init diff archive apply bundle credential help hash-object ls-remote shortlog grep var version lfs".split(
    " ",
  ),
);

/**
 * `git` as far as it can be told without a repository: its configuration, its version, and what it says where there is none. Nothing outside
 * can be cloned, and what stands in a repository is not read.
 */
export const git: Program = {
  name: "git",
  run(process) {
    const args = process.argv.slice(1);
    while (args[0]?.startsWith("-")) {
      const option = args.shift() ?? "";
      if (option === "-C") process.cwd = join(process.cwd, args.shift() ?? ".");
      else if (option === "-c") args.shift();
      else if (option === "--version" || option === "-v") return version(process);
      else if (!/^--(?:no-pager|no-replace-objects|bare)$/.test(option))
        throw notSimulated(`git ${option}`, "do as it says");
    }
    const [command, ...rest] = args;
    if (command === undefined) throw notSimulated("git without a command", "print how it is used");
    if (command === "version") return version(process);
    const repository = repositoryOf(process);
    if (command === "config") return runConfig(process, rest, repository);
    if (command === "clone" || command === "ls-remote") return clone(process, command, rest);
    if (NEEDS_REPOSITORY.has(command) && repository === undefined) {
      process.stderr.write("fatal: not a git repository (or any of the parent directories): .git\n");
      return 128;
    }
    if (NEEDS_REPOSITORY.has(command) || OTHERS.has(command))
      throw notSimulated(`git ${command}`, "work on the repository's history");
    if (command.startsWith("-") || /[^a-z-]/.test(command))
      throw notSimulated(`git ${command}`, "look for that command");
    process.stderr.write(`git: '${command}' is not a git command. See 'git --help'.\n`);
    return 1;
  },
};

function version(process: Process): number {
  const found = installedVersion(process.files, "git");
  if (found === undefined) throw notSimulated("the version of git here", "print it");
  process.stdout.write(`git version ${found}\n`);
  return 0;
}

/** The folder `.git` of the repository that the process stands in. */
function repositoryOf(process: Process): string | undefined {
  const set = process.env.get("GIT_DIR");
  if (set !== undefined) return join(process.cwd, set);
  for (let folder = process.cwd; ; folder = dirname(folder)) {
    const entry = process.files.stat(join(folder, ".git"));
    if (typeof entry === "object" && (entry.kind !== "directory" || entry.children.has("HEAD")))
      return join(folder, ".git");
    if (folder === "/") return undefined;
  }
}

/** Options of `git clone` whose value is a word of its own. */
const WITH_VALUE =
  /^(?:-b|--branch|--depth|-o|--origin|-c|--config|-j|--jobs|--reference|--filter|-u|--upload-pack|--template)$/;

function clone(process: Process, command: string, args: readonly string[]): number {
  const operands = args.filter((word, i) => !word.startsWith("-") && !WITH_VALUE.test(args[i - 1] ?? ""));
  const [url, target] = operands;
  if (url === undefined) {
    if (command !== "clone")
      throw notSimulated("git ls-remote without an address", "ask the repository's own");
    process.stderr.write("fatal: You must specify a repository to clone.\n\n");
    throw notSimulated("how git clone is used", "print it and end with status 129");
  }
  const isRemote = /^(?:https?|git|ssh):\/\/|^[\w.-]+@[\w.-]+:/.test(url);
  const folder =
    target ??
    url
      .replace(/\/+$/, "")
      .replace(/\/?\.git$/, "")
      .replace(/^.*[/:]/, "");
  const there = process.files.stat(join(process.cwd, folder));
  if (
    command === "clone" &&
    typeof there === "object" &&
    !(there.kind === "directory" && there.children.size === 0)
  ) {
    process.stderr.write(
      `fatal: destination path '${folder}' already exists and is not an empty directory.\n`,
    );
    return 128;
  }
  if (!isRemote) {
    if (typeof process.files.stat(join(process.cwd, url)) === "string") {
      process.stderr.write(`fatal: repository '${url}' does not exist\n`);
      return 128;
    }
    throw notSimulated(`git clone of ${url}`, "copy its history");
  }
  const host = /^(?:https?|git):/.test(url)
    ? parseUrl(url).host
    : (/@?([\w.-]+)[:/]/.exec(url.replace(/^ssh:\/\//, ""))?.[1] ?? url);
  throw notSimulated(`the network: ${host}`, `ask ${host} for the repository ${url}`);
}
