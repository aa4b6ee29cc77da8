import { addGroup, freeId, usedGids } from "../account-files.ts";
import { complain } from "../options.ts";
import { groups } from "../owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";
import { lockedOut } from "./useradd.ts";

export const groupadd: Program = tool(
  "groupadd",
  {
    flags: "frog",
    values: "gpKUR",
    long: { force: "f", gid: "g", system: "r", "non-unique": "o" },
    refusal: 2,
  },
  (process, options, flavour) => {
    const [name] = options.operands;
    if (name === undefined) {
      process.stderr.write("Usage: groupadd [options] GROUP\n\n");
      return 2;
    }
    const fail = (words: string, status: number): number => (complain(process, flavour, words), status);
    if (!/^[a-z_][-a-z0-9_]*\$?$/i.test(name)) return fail(`'${name}' is not a valid group name`, 3);
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
    addGroup(
      process,
      name,
      own
        ? Number(word)
        : freeId(used, system ? 100 : 1000, system ? 999 : 60_000, system ? "down" : "after"),
    );
    return 0;
  },
);
