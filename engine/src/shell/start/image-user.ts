import type { Content } from "../../vfs/content.ts";
import type { Credentials, FileSystem } from "../../vfs/file-system.ts";

/** Who a process runs as, and where the passwd file says they live. */
export interface ImageUser {
  readonly credentials: Credentials;
  readonly home: string;
}

const memo = new WeakMap<Content, string[][]>();

/** Fields of the lines of /etc/passwd or /etc/group; none where the file is missing. */
export function databaseLines(files: FileSystem, path: string): string[][] {
  const content = files.read(path);
  if (typeof content === "string") return [];
  const known = memo.get(content);
  if (known) return known;
  const lines = (content.text ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(":"));
  memo.set(content, lines);
  return lines;
}

const NUMBER = /^\d+$/;
const LARGEST = 2 ** 31 - 1;

/**
 * `name`, `uid`, `name:group`, `uid:gid` as runc's library reads them (moby/sys/user, GetExecUser): an unknown number is
 * taken as it is, an unknown name is an error; without a group, the passwd file's, and the groups that list the user.
 * The kernel keeps groups in order of their numbers, and one that is named twice twice.
 *
 * @param more further groups, by name or number
 * @param groupless the user's own group is not among the further ones: so does BuildKit, not Docker [measured on Docker 28.5.2]
 */
export function imageUser(
  files: FileSystem,
  spec: string,
  more: readonly string[] = [],
  groupless = false,
): ImageUser | { error: string } {
  const [name = "", group] = spec.split(":", 2);
  if (
    [name, group ?? ""].some(
      (text) => /^-?\d+$/.test(text) && !(Number(text) >= 0 && Number(text) <= LARGEST),
    )
  )
    return { error: `uids and gids must be in range 0-${LARGEST}` };
  const user = name === "" ? "0" : name;
  const passwd = databaseLines(files, "/etc/passwd");
  const entry =
    passwd.find((line) => line[0] === user) ??
    (NUMBER.test(user) ? passwd.find((line) => line[2] === user) : undefined);
  if (!entry && !NUMBER.test(user))
    return { error: `unable to find user ${user}: no matching entries in passwd file` };
  const uid = Number(entry?.[2] ?? user);
  let gid = Number(entry?.[3] ?? 0);
  const groups = databaseLines(files, "/etc/group");
  if (group) {
    const found = groups.find((line) => line[0] === group) ?? groups.find((line) => line[2] === group);
    if (!found && !NUMBER.test(group))
      return { error: `unable to find group ${group}: no matching entries in group file` };
    gid = Number(found?.[2] ?? group);
  }
  const member = entry
    ? groups
        .filter((line) => !group && line[3]?.split(",").includes(entry[0] ?? ""))
        .map((line) => Number(line[2]))
    : [];
  const further: number[] = [];
  for (const text of more) {
    const found = groups.find((line) => line[0] === text || line[2] === text);
    if (!found && !NUMBER.test(text))
      return { error: `unable to find group ${text}: no matching entries in group file` };
    further.push(Number(found?.[2] ?? text));
  }
  return {
    credentials: {
      uid,
      gid,
      groups: [...(groupless ? [] : [gid]), ...member, ...further].sort((a, b) => a - b),
    },
    home: entry?.[5] || "/",
  };
}
