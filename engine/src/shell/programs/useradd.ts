import { notSimulated } from "../../core/engine-error.ts";
import {
  addGroup,
  addMember,
  addSubordinates,
  addUser,
  freeId,
  makeHome,
  type NewUser,
  usedGids,
  usedUids,
} from "../accounts/account-files.ts";
import { openDatabases } from "../accounts/account-locks.ts";
import { complain, type Options } from "../options/options.ts";
import { accounts, groups } from "../accounts/owner.ts";
import { parseDate } from "../time/parse-date.ts";
import type { Process, Program } from "../process.ts";
import { shortUsage } from "../options/short-usage.ts";
import { tool } from "../options/tool.ts";
import { isEntry, statOf } from "../tree/tree.ts";

const LONG = {
  "base-dir": "b",
  comment: "c",
  "home-dir": "d",
  "create-home": "m",
  "no-create-home": "M",
  gid: "g",
  groups: "G",
  "no-user-group": "N",
  "non-unique": "o",
  password: "p",
  system: "r",
  shell: "s",
  uid: "u",
  "user-group": "U",
  "no-log-init": "l",
  expiredate: "e",
  inactive: "f",
  skel: "k",
  key: "K",
  "add-subids-for-system": "F",
};

/** Debian lets a name be nearly anything; it must not begin as an option does. */
export const isAccountName = (name: string): boolean => /^[^-+~:,/\s][^:,/\s]*$/.test(name);

function isExecutable(process: Process, path: string): boolean {
  const entry = statOf(process, path);
  return isEntry(entry) && entry.kind === "file" && (entry.mode & 0o111) !== 0;
}

/** The value that `-K KEY=VALUE` gives to a limit of /etc/login.defs, or the usual one. */
export const limitOf =
  (options: Options) =>
  (key: string, usual: number): number => {
    const word = options.values("K").findLast((pair) => pair.startsWith(`${key}=`));
    return word === undefined ? usual : Number(word.slice(key.length + 1));
  };

/** `YYYY-MM-DD` as days since 1970, as the shadow file has it; empty for never. */
export const dayOf = (process: Process, word: string | undefined): string => {
  if (word === undefined || word === "" || word === "-1") return "";
  const seconds = parseDate(word, process.kernel.now() / 1000);
  if (seconds === undefined) throw notSimulated(`the date ${word}`, "take it as the day the account ends");
  return String(Math.floor(seconds / 86_400));
};

/** The group that a word names, by name or number. */
export const groupOf = (process: Process, word: string): { name: string; gid: number } | undefined =>
  groups(process).find(({ name, gid }) => name === word || String(gid) === word);

/** Not allowed to write the databases: shadow's own two lines. */
export function lockedOut(process: Process, tool_: string, path: string): 1 {
  process.stderr.write(`${tool_}: Permission denied.\n${tool_}: cannot lock ${path}; try again later.\n`);
  return 1;
}

export const useradd: Program = tool(
  "useradd",
  { flags: "mMNolrUF", values: "bcdgGpsuefkK", long: LONG, refusal: 2, lacks: "DRPZ" },
  (process, options, flavour) => {
    const [name] = options.operands;
    const fail = (words: string, status: number): number => (complain(process, flavour, words), status);
    if (name === undefined)
      return shortUsage(
        process,
        "Usage: useradd [options] LOGIN\n       useradd -D\n       useradd -D [options]\n",
        2,
      );
    const shell = options.value("s") ?? "/bin/sh";
    if (!/^(?:$|\/|\*)/.test(shell)) return fail(`invalid shell '${shell}'`, 3);
    if (!/^(?:|\*|\/sbin\/nologin)$/.test(shell) && !isExecutable(process, shell))
      complain(process, flavour, `Warning: missing or non-executable shell '${shell}'`);
    const home = options.value("d") ?? `${options.value("b") ?? "/home"}/${name}`;
    if (!home.startsWith("/")) return fail(`invalid home directory '${home}'`, 3);
    if (!isAccountName(name)) return fail(`invalid user name '${name}': use --badname to ignore`, 3);
    const uidWord = options.value("u");
    if (uidWord !== undefined && !/^\d+$/.test(uidWord)) return fail(`invalid user ID '${uidWord}'`, 3);
    if (process.credentials.uid !== 0) return lockedOut(process, "useradd", "/etc/passwd");
    if (accounts(process).some((account) => account.name === name))
      return fail(`user '${name}' already exists`, 9);
    const system = options.has("r");
    const groupWord = options.value("g");
    const ownGroup = groupWord === undefined && !options.has("N");
    if (ownGroup && groupOf(process, name)?.name === name)
      return fail(`group ${name} exists - if you want to add this user to that group, use -g.`, 9);
    const primary = groupWord === undefined ? undefined : groupOf(process, groupWord);
    if (groupWord !== undefined && !primary) return fail(`group '${groupWord}' does not exist`, 6);
    const more = (options.value("G") ?? "").split(",").filter(Boolean);
    const missing = more.filter((word) => !groupOf(process, word));
    if (missing.length > 0) {
      for (const word of missing) complain(process, flavour, `group '${word}' does not exist`);
      return 6;
    }
    const limit = limitOf(options);
    const uid =
      uidWord === undefined
        ? freeId(
            system ? [...usedUids(process), ...(ownGroup ? usedGids(process) : [])] : usedUids(process),
            system ? limit("SYS_UID_MIN", 100) : limit("UID_MIN", 1000),
            system ? limit("SYS_UID_MAX", 999) : limit("UID_MAX", 60_000),
            system ? "down" : "after",
          )
        : Number(uidWord);
    if (uidWord !== undefined && !options.has("o") && usedUids(process).includes(uid))
      return fail(`UID ${uid} is not unique`, 4);
    const gid =
      primary?.gid ??
      (options.has("N")
        ? 100
        : usedGids(process).includes(uid)
          ? freeId(
              usedGids(process),
              system ? limit("SYS_GID_MIN", 100) : limit("GID_MIN", 1000),
              system ? limit("SYS_GID_MAX", 999) : limit("GID_MAX", 60_000),
              system ? "down" : "after",
            )
          : uid);
    const user: NewUser = {
      name,
      uid,
      gid,
      gecos: options.value("c") ?? "",
      home,
      shell,
      password: options.value("p") ?? "!",
      ageing: system
        ? `:::${options.value("f") ?? ""}:${dayOf(process, options.value("e"))}:`
        : `0:99999:7:${options.value("f") ?? ""}:${dayOf(process, options.value("e"))}:`,
    };
    openDatabases(process, "passwd", "shadow", "group", "gshadow");
    addUser(process, user);
    if (ownGroup) addGroup(process, name, gid);
    for (const word of more) addMember(process, name, groupOf(process, word)?.name ?? word);
    if (!system || options.has("F")) addSubordinates(process, name);
    if (!options.has("m") || options.has("M")) return 0;
    if (process.files.exists(user.home)) {
      process.stderr.write(
        `useradd: warning: the home directory ${user.home} already exists.\nuseradd: Not copying any file from skel directory into it.\n`,
      );
      return 0;
    }
    const words = makeHome(process, user, 0o755, options.value("k"));
    return words === undefined ? 0 : fail(`cannot create directory ${user.home}`, 12);
  },
);
