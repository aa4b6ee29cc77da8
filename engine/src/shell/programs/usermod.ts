import { addMember, editLines } from "../accounts/account-files.ts";
import { openDatabases } from "../accounts/account-locks.ts";
import { eachEntry } from "../tree/each-entry.ts";
import { complain } from "../options/options.ts";
import { accounts } from "../accounts/owner.ts";
import type { Process, Program } from "../process.ts";
import { shortUsage } from "../options/short-usage.ts";
import { tool } from "../options/tool.ts";
import { dayOf, groupOf, isAccountName, lockedOut } from "./useradd.ts";

const LONG = {
  append: "a",
  comment: "c",
  expiredate: "e",
  home: "d",
  gid: "g",
  groups: "G",
  inactive: "f",
  login: "l",
  lock: "L",
  "move-home": "m",
  password: "p",
  remove: "r",
  shell: "s",
  uid: "u",
  unlock: "U",
  "non-unique": "o",
};
const GROUP_FILES = ["/etc/group", "/etc/gshadow"];

/** Changes the fields of the account's own line. */
function editAccount(
  process: Process,
  path: string,
  name: string,
  change: (fields: string[]) => string[],
): void {
  editLines(process, path, (lines) =>
    lines.map((line) => {
      const fields = line.split(":");
      return fields[0] === name ? change(fields).join(":") : line;
    }),
  );
}

/** Changes who is in each group, where the account is or may come to be in it. */
function editMembers(process: Process, change: (members: string[], group: string) => string[]): void {
  for (const path of GROUP_FILES)
    editLines(process, path, (lines) =>
      lines.map((line) => {
        const fields = line.split(":");
        const members = (fields[3] ?? "").split(",").filter(Boolean);
        fields[3] = change(members, fields[0] ?? "").join(",");
        return fields.join(":");
      }),
    );
}

export const usermod: Program = tool(
  "usermod",
  { flags: "amorLU", values: "cdefgGlpsu", long: LONG, refusal: 2, lacks: "bvVwWRPZ" },
  (process, options, flavour) => {
    const [name] = options.operands;
    if (name === undefined) return shortUsage(process, "Usage: usermod [options] LOGIN\n", 2);
    const fail = (words: string, status: number): number => (complain(process, flavour, words), status);
    const account = accounts(process).find((one) => one.name === name);
    if (!account) return fail(`user '${name}' does not exist`, 6);
    if (options.given.length === 0) {
      complain(process, flavour, "no options");
      return shortUsage(process, "Usage: usermod [options] LOGIN\n", 2);
    }
    const primary = options.value("g");
    const group = primary === undefined ? undefined : groupOf(process, primary);
    if (primary !== undefined && !group) return fail(`group '${primary}' does not exist`, 6);
    const uid = options.value("u");
    if (uid !== undefined && !/^\d+$/.test(uid)) return fail(`invalid user ID '${uid}'`, 3);
    const renamed = options.value("l") ?? name;
    if (!isAccountName(renamed)) return fail(`invalid user name '${renamed}': use --badname to ignore`, 3);
    const words = (options.value("G") ?? "").split(",").filter(Boolean);
    for (const word of words) if (!groupOf(process, word)) return fail(`group '${word}' does not exist`, 6);
    const isOther = accounts(process).filter((one) => one.name !== name);
    if (renamed !== name && isOther.some((one) => one.name === renamed))
      return fail(`user '${renamed}' already exists`, 9);
    if (uid !== undefined && !options.has("o") && isOther.some((one) => one.uid === Number(uid)))
      return fail(`UID '${uid}' already exists`, 4);
    if (process.credentials.uid !== 0) return lockedOut(process, "usermod", "/etc/passwd");

    openDatabases(
      process,
      "passwd",
      "shadow",
      ...(options.has("G") || options.has("l") ? ["group", "gshadow"] : []),
    );
    const more = words.map((word) => groupOf(process, word)?.name ?? word);
    const keepsOthers = options.has("a") || options.has("r") || !options.has("G");
    editMembers(process, (members, one) =>
      members.flatMap((member) => {
        if (member !== name) return [member];
        const stays = options.has("r") ? !more.includes(one) : keepsOthers || more.includes(one);
        return stays ? [renamed] : [];
      }),
    );
    if (!options.has("r")) for (const one of more) addMember(process, renamed, one);

    const home = options.value("d") ?? account.home;
    editAccount(process, "/etc/passwd", name, ([, mark, was, gid, gecos, , shell]) => [
      renamed,
      mark ?? "",
      uid ?? was ?? "",
      group ? String(group.gid) : (gid ?? ""),
      options.value("c") ?? gecos ?? "",
      home,
      options.value("s") ?? shell ?? "",
    ]);
    editAccount(process, "/etc/shadow", name, ([, hash = "", ...rest]) => {
      const bare = options.has("U") ? hash.replace(/^!(?=.)/, "") : hash;
      const kept = options.has("L") && !bare.startsWith("!") ? `!${bare}` : bare;
      if (options.has("f")) rest[4] = options.value("f") ?? "";
      if (options.has("e")) rest[5] = dayOf(process, options.value("e"));
      return [renamed, options.value("p") ?? kept, ...rest];
    });
    if (options.has("m") && process.files.exists(account.home) && !process.files.exists(home))
      process.files.rename(account.home, home);
    // What is in the home goes to the new number, where it was the account's.
    for (const { path, entry } of eachEntry(process, home, true)) {
      const owner = uid !== undefined && entry.uid === account.uid ? Number(uid) : undefined;
      const gid = group && entry.gid === account.gid ? group.gid : undefined;
      if (owner !== undefined || gid !== undefined) process.files.chown(path, owner, gid, false);
    }
    return 0;
  },
);
