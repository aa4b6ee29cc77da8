import { addGroup, addMember, freeId, usedGids } from "../accounts/account-files.ts";
import { openDatabases } from "../accounts/account-locks.ts";
import { complain } from "../options/options.ts";
import { groups } from "../accounts/owner.ts";
import type { Program } from "../process.ts";
import { shortUsage } from "../options/short-usage.ts";
import { tool } from "../options/tool.ts";
import { isAccountName, limitOf, lockedOut } from "./useradd.ts";

export const groupadd: Program = tool(
  "groupadd",
  {
    flags: "fro",
    values: "gpKU",
    long: { force: "f", gid: "g", system: "r", "non-unique": "o", password: "p", key: "K", users: "U" },
    lacks: "RP",
    refusal: 2,
  },
  (process, options, flavour) => {
    const [name] = options.operands;
    if (name === undefined || options.operands.length > 1)
      return shortUsage(process, "Usage: groupadd [options] GROUP\n", 2);
    const fail = (words: string, status: number): number => (complain(process, flavour, words), status);
    if (!isAccountName(name)) return fail(`'${name}' is not a valid group name`, 3);
    const word = options.value("g");
    if (word !== undefined && !/^\d+$/.test(word)) return fail(`invalid group ID '${word}'`, 3);
    if (process.credentials.uid !== 0) return lockedOut(process, "groupadd", "/etc/group");
    if (groups(process).some((group) => group.name === name))
      return options.has("f") ? 0 : fail(`group '${name}' already exists`, 9);
    const used = usedGids(process);
    if (word !== undefined && used.includes(Number(word)) && !options.has("o") && !options.has("f"))
      return fail(`GID '${word}' already exists`, 4);
    const system = options.has("r");
    const own = word !== undefined && !(options.has("f") && used.includes(Number(word)));
    const limit = limitOf(options);
    openDatabases(process, "group", "gshadow");
    addGroup(
      process,
      name,
      own
        ? Number(word)
        : freeId(
            used,
            system ? limit("SYS_GID_MIN", 100) : limit("GID_MIN", 1000),
            system ? limit("SYS_GID_MAX", 999) : limit("GID_MAX", 60_000),
            system ? "down" : "after",
          ),
      options.value("p"),
    );
    for (const user of (options.value("U") ?? "").split(",").filter(Boolean)) addMember(process, user, name);
    return 0;
  },
);
