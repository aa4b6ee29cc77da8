import { notSimulated } from "../../core/engine-error.ts";
import { dirname, join } from "../../vfs/path.ts";
import { restorePaths, runCheckout } from "./checkout.ts";
import { runClone } from "./clone.ts";
import { runDescribe } from "./describe.ts";
import { refCommands } from "./list-refs.ts";
import { listRemote } from "./list-remote.ts";
import { runLog } from "./log.ts";
import { openRepository, repositoryFolder } from "./opened-repository.ts";
import { runConfig } from "./run-config.ts";
import { runStatus } from "./status.ts";
import { isTrusted } from "./trusted.ts";
import { updateClone } from "./update-clone.ts";
import { differences } from "./work-tree.ts";
import { installedVersion } from "../packages/installed-version.ts";
import type { Process, Program } from "../process.ts";

/** Commands that need a repository and say so first. */
const NEEDS_REPOSITORY = new Set(
  "add am bisect blame branch cat-file checkout cherry-pick clean commit describe diff fetch for-each-ref gc log ls-files ls-tree merge mv pull push rebase reflog remote reset restore rev-list rev-parse revert rm show show-ref sparse-checkout stash status submodule switch symbolic-ref tag worktree".split(
    " ",
  ),
);
/** Commands that do not, and that Drydock lacks. */
const OTHERS = new Set(
  "init archive apply bundle credential help hash-object ls-remote shortlog grep var version lfs".split(" "),
);

/** See `programs/git.ts`. */
export const runGit: Program["run"] = (process) => {
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
  const repository = repositoryFolder(process);
  if (command === "config") return runConfig(process, rest, repository);
  if (command === "clone") return runClone(process, rest);
  if (command === "ls-remote") return listRemote(process, rest);
  if (NEEDS_REPOSITORY.has(command) && repository !== undefined)
    return inRepository(process, repository, command, rest);
  if (NEEDS_REPOSITORY.has(command)) {
    process.stderr.write("fatal: not a git repository (or any of the parent directories): .git\n");
    return 128;
  }
  if (OTHERS.has(command)) throw notSimulated(`git ${command}`, "work on the repository's history");
  if (command.startsWith("-") || /[^a-z-]/.test(command))
    throw notSimulated(`git ${command}`, "look for that command");
  process.stderr.write(`git: '${command}' is not a git command. See 'git --help'.\n`);
  return 1;
};

function inRepository(process: Process, folder: string, command: string, args: readonly string[]): number {
  if (!isTrusted(process, folder, dirname(folder))) return 128;
  const opened = openRepository(process, folder, command);
  const run = refCommands[command];
  if (run) return run(process, opened, args);
  switch (command) {
    case "log":
    case "show":
      return runLog(process, opened, command, args);
    case "describe":
      return runDescribe(process, opened, args);
    case "status":
      return runStatus(process, opened, args);
    case "checkout":
    case "switch":
      return runCheckout(process, opened, command, args);
    case "restore":
      if (args.length > 0 && !args.some((arg) => arg.startsWith("-")))
        return restorePaths(process, opened, args, false);
      break;
    case "fetch":
    case "pull":
      return updateClone(process, opened, command, args);
    case "diff":
      if (args.every((arg) => /^(?:--quiet|--exit-code|--stat|--name-only|HEAD|--)$/.test(arg))) {
        const clean = differences(process, opened.top, opened.head.files).every(({ how }) => how === "?");
        if (clean || args.includes("--quiet")) return clean ? 0 : 1;
      }
      break;
    case "submodule":
      if (!opened.head.files.has(".gitmodules")) return 0;
      break;
  }
  throw notSimulated(`git ${[command, ...args].join(" ")}`, "work on the repository");
}

function version(process: Process): number {
  const found = installedVersion(process.files, "git");
  if (found === undefined) throw notSimulated("the version of git here", "print it");
  process.stdout.write(`git version ${found}\n`);
  return 0;
}
