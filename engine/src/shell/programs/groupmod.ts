import { editLines } from "../accounts/account-files.ts";
import { complain } from "../options/options.ts";
import { groups } from "../accounts/owner.ts";
import type { Program } from "../process.ts";
import { shortUsage } from "../options/short-usage.ts";
import { tool } from "../options/tool.ts";
import { lockedOut } from "./useradd.ts";

export const groupmod: Program = tool(
  "groupmod",
  {
    flags: "o",
    values: "gn",
    long: { gid: "g", "new-name": "n", "non-unique": "o" },
    refusal: 2,
    lacks: "*",
  },
  (process, options, flavour) => {
    const [name] = options.operands;
    if (name === undefined) return shortUsage(process, "Usage: groupmod [options] GROUP\n", 2);
    const fail = (words: string, status: number): number => (complain(process, flavour, words), status);
    const all = groups(process);
    const group = all.find((one) => one.name === name);
    if (!group) return fail(`group '${name}' does not exist`, 6);
    const gid = options.value("g");
    const renamed = options.value("n") ?? name;
    if (gid !== undefined && !/^\d+$/.test(gid)) return fail(`invalid group ID '${gid}'`, 3);
    if (
      gid !== undefined &&
      !options.has("o") &&
      all.some((one) => one.gid === Number(gid) && one.name !== name)
    )
      return fail(`GID '${gid}' already exists`, 4);
    if (renamed !== name && all.some((one) => one.name === renamed))
      return fail(`group '${renamed}' already exists`, 9);
    if (process.credentials.uid !== 0) return lockedOut(process, "groupmod", "/etc/group");
    const change =
      (withId: boolean) =>
      (lines: string[]): string[] =>
        lines.map((line) => {
          const fields = line.split(":");
          if (fields[0] !== name) return line;
          fields[0] = renamed;
          if (withId && gid !== undefined) fields[2] = gid;
          return fields.join(":");
        });
    editLines(process, "/etc/group", change(true));
    editLines(process, "/etc/gshadow", change(false));
    // Whoever has the group as its own follows it to the new number.
    editLines(process, "/etc/passwd", (lines) =>
      lines.map((line) => {
        const fields = line.split(":");
        if (gid !== undefined && fields[3] === String(group.gid)) fields[3] = gid;
        return fields.join(":");
      }),
    );
    return 0;
  },
);
