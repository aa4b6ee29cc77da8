import { editLines } from "../accounts/account-files.ts";
import { openDatabases } from "../accounts/account-locks.ts";
import { complain } from "../options/options.ts";
import { accounts, groups } from "../accounts/owner.ts";
import type { Program } from "../process.ts";
import { shortUsage } from "../options/short-usage.ts";
import { tool } from "../options/tool.ts";
import { lockedOut } from "./useradd.ts";

export const groupdel: Program = tool("groupdel", { flags: "f", refusal: 2 }, (process, options, flavour) => {
  const [name] = options.operands;
  if (name === undefined) return shortUsage(process, "Usage: groupdel [options] GROUP\n", 2);
  const group = groups(process).find((one) => one.name === name);
  if (!group) {
    complain(process, flavour, `group '${name}' does not exist`);
    return 6;
  }
  const owner = accounts(process).find(({ gid }) => gid === group.gid);
  if (owner) {
    complain(process, flavour, `cannot remove the primary group of user '${owner.name}'`);
    return 8;
  }
  if (process.credentials.uid !== 0) return lockedOut(process, "groupdel", "/etc/group");
  openDatabases(process, "group", "gshadow");
  for (const path of ["/etc/group", "/etc/gshadow"])
    editLines(process, path, (lines) => lines.filter((line) => line.split(":", 1)[0] !== name));
  return 0;
});
