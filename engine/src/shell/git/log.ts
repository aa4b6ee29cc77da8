import { notSimulated } from "../../core/engine-error.ts";
import type { Process } from "../process.ts";
import type { Commit } from "./objects.ts";
import { type OpenedRepository, peel } from "./opened-repository.ts";
import { commitOf, history } from "./revision.ts";
import { formatCommit, mediumCommit } from "./write-commit.ts";

/** git's words for a name that is neither a revision nor a file. */
export const ambiguous = (word: string): string =>
  `fatal: ambiguous argument '${word}': unknown revision or path not in the working tree.\nUse '--' to separate paths from revisions, like this:\n'git <command> [<revision>...] -- [<file>...]'\n`;

/** `git log` and, of commits alone, `git show -s`: words and order of git-log(1), not at a terminal. */
export function runLog(
  process: Process,
  repository: OpenedRepository,
  command: "log" | "show",
  args: readonly string[],
): number {
  let most = command === "show" ? 1 : Number.POSITIVE_INFINITY;
  let format: string | undefined;
  let separated = true;
  let [dates, decorated, short, all, reverse, silent] = ["", false, false, false, false, command === "log"];
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    const count = /^(?:-n|-|--max-count=)(\d+)$/.exec(arg)?.[1];
    const pretty = /^--(?:pretty|format)(?:=(.*))?$/s.exec(arg);
    if (count !== undefined) most = Number(count);
    else if (arg === "-n" || arg === "--max-count") most = Number(args[++at] ?? 0);
    else if (pretty) {
      const told = pretty[1] ?? "medium";
      if (/^t?format:/.test(told) || told.includes("%")) {
        format = told.replace(/^t?format:/, "");
        separated = told.startsWith("format:");
      } else if (told === "oneline") [format, separated] = ["%H %s", false];
      else if (told !== "medium") throw notSimulated(`git ${command} ${arg}`, "show commits in that form");
    } else if (arg === "--oneline") [format, separated] = [decorated ? "%h%d %s" : "%h %s", false];
    else if (arg.startsWith("--date=")) dates = arg.slice(7);
    else if (arg === "--decorate" || arg === "--decorate=short") decorated = true;
    else if (arg === "--abbrev-commit") short = true;
    else if (arg === "--all") all = true;
    else if (arg === "--reverse") reverse = true;
    else if (arg === "-s" || arg === "--no-patch" || arg === "--quiet") silent = true;
    else if (/^--(?:no-decorate|no-color|no-pager|first-parent|decorate=no|color=never)$/.test(arg)) {
      if (arg === "--first-parent") throw notSimulated(`git ${command} ${arg}`, "follow first parents only");
    } else if (arg === "--" && at === args.length - 1) continue;
    else if (arg.startsWith("-") || arg.includes(".."))
      throw notSimulated(`git ${command} ${arg}`, "choose and show commits like that");
    else words.push(arg);
  }
  if (!silent)
    throw notSimulated(`git ${command} with what it changed`, "show the commit and its difference");
  const from: Commit[] = [];
  for (const word of words) {
    const commit = commitOf(repository, word);
    if (commit) from.push(commit);
    else if (process.files.exists(`${repository.top}/${word}`))
      throw notSimulated(`git ${command} of the file ${word}`, "show the commits that changed it");
    else {
      process.stderr.write(ambiguous(word));
      return 128;
    }
  }
  if (all)
    for (const [name, id] of repository.refs) {
      const commit = peel(repository.objects, id);
      if (commit && /^refs\/(?:heads|remotes|tags)\//.test(name) && !from.includes(commit)) from.push(commit);
    }
  if (from.length === 0 || (all && !from.includes(repository.head))) from.push(repository.head);
  const found = (command === "show" ? from : history(repository, from)).slice(
    0,
    command === "show" ? from.length : most,
  );
  if (reverse) found.reverse();
  const written = found.map((commit) =>
    format === undefined
      ? mediumCommit(repository, commit, { dates, decorated, short })
      : formatCommit(repository, commit, format, dates),
  );
  process.kernel.spend(found.length);
  const text = format === undefined ? `${written.join("\n\n")}\n` : written.join("\n") + "\n";
  if (written.length > 0 && !(separated && text === "\n")) process.stdout.write(text);
  return 0;
}
