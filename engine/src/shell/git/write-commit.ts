import { notSimulated } from "../../core/engine-error.ts";
import type { Commit } from "./objects.ts";
import { type OpenedRepository, parentsOf, peel } from "./opened-repository.ts";
import { abbreviated } from "./revision.ts";
import { writeDate } from "./write-date.ts";

export const subjectOf = ({ message }: Pick<Commit, "message">): string =>
  (message.split("\n\n")[0] ?? "").trim().replaceAll("\n", " ");
const bodyOf = ({ message }: Commit): string => {
  const at = message.indexOf("\n\n");
  return at < 0 ? "" : message.slice(at + 2).replace(/^\n+/, "");
};
const nameOf = (author: string): string => author.replace(/ *<.*$/, "");
const mailOf = (author: string): string => /<(.*)>/.exec(author)?.[1] ?? "";

/** `HEAD -> main, tag: v1.0, origin/main`, in the order of `git log --decorate`. */
function decoration(repository: OpenedRepository, commit: Commit): string {
  const { refs, branch, head, objects } = repository;
  const own = [...refs].filter(([, id]) => peel(objects, id)?.id === commit.id).map(([name]) => name);
  const names = (prefix: string): string[] =>
    own.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const heads = names("refs/heads/");
  const here = commit.id === head.id ? [branch === undefined ? "HEAD" : `HEAD -> ${branch}`] : [];
  return [
    ...here,
    ...names("refs/tags/").map((name) => `tag: ${name}`),
    ...names("refs/remotes/"),
    ...heads.filter((name) => name !== branch || here.length === 0),
  ].join(", ");
}

/** `%H %s` of git-log(1), "PRETTY FORMATS". */
export function formatCommit(
  repository: OpenedRepository,
  commit: Commit,
  format: string,
  dates: string,
): string {
  const { author, time, zone } = commit;
  const parents = (): string[] => parentsOf(repository, commit).map(({ id }) => id);
  const shown: Readonly<Record<string, () => string>> = {
    d: () => writeDate(time, zone, dates),
    D: () => writeDate(time, zone, "rfc"),
    i: () => writeDate(time, zone, "iso"),
    I: () => writeDate(time, zone, "iso-strict", repository.zulu),
    s: () => writeDate(time, zone, "short"),
    t: () => String(time),
  };
  const date = (style: string): string => shown[style]?.() ?? "";
  return format.replaceAll(
    /%(x[0-9a-fA-F]{2}|C\([^)]*\)|C(?:red|green|blue|reset)|[ac][nNeEdDiIst]|.)/gs,
    (typed, what: string) => {
      if (/^[ac]/.test(what) && what.length === 2)
        return /[nN]/.test(what) ? nameOf(author) : /[eE]/.test(what) ? mailOf(author) : date(what[1] ?? "");
      if (what.startsWith("x")) return String.fromCharCode(Number.parseInt(what.slice(1), 16));
      // Colours are for terminals.
      if (what.startsWith("C") && what.length > 1) return "";
      const told: Readonly<Record<string, () => string>> = {
        H: () => commit.id,
        h: () => abbreviated(commit.id),
        T: () => commit.tree,
        t: () => abbreviated(commit.tree),
        P: () => parents().join(" "),
        p: () => parents().map(abbreviated).join(" "),
        s: () => subjectOf(commit),
        f: () =>
          subjectOf(commit)
            .replaceAll(/[^A-Za-z0-9._]+/g, "-")
            .replace(/-+$/, ""),
        b: () => bodyOf(commit),
        B: () => commit.message,
        D: () => decoration(repository, commit),
        d: () => (decoration(repository, commit) === "" ? "" : ` (${decoration(repository, commit)})`),
        n: () => "\n",
        "%": () => "%",
      };
      const made = told[what];
      if (!made) throw notSimulated(`git's format ${typed}`, "put its value there");
      return made();
    },
  );
}

/** One commit as `git log` shows it; `decorated` adds the names that point to it. */
export function mediumCommit(
  repository: OpenedRepository,
  commit: Commit,
  {
    dates = "",
    decorated = false,
    short = false,
  }: { dates?: string; decorated?: boolean; short?: boolean } = {},
): string {
  const parents = parentsOf(repository, commit);
  const id = short ? abbreviated(commit.id) : commit.id;
  const lines = [
    `commit ${id}${decorated ? formatCommit(repository, commit, "%d", "") : ""}`,
    ...(parents.length > 1 ? [`Merge: ${parents.map((it) => abbreviated(it.id)).join(" ")}`] : []),
    `Author: ${commit.author}`,
    `Date:   ${writeDate(commit.time, commit.zone, dates)}`,
    "",
    ...commit.message
      .replace(/\n+$/, "")
      .split("\n")
      .map((line) => `    ${line}`),
  ];
  return lines.join("\n");
}
