import { removeUser } from "../accounts/account-files.ts";
import { openDatabases } from "../accounts/account-locks.ts";
import { complain } from "../options/options.ts";
import { accounts, groups } from "../accounts/owner.ts";
import type { Program } from "../process.ts";
import { removeTree } from "../tree/remove-tree.ts";
import { shortUsage } from "../options/short-usage.ts";
import { tool } from "../options/tool.ts";
import { lockedOut } from "./useradd.ts";

export const userdel: Program = tool(
  "userdel",
  { flags: "rf", long: { remove: "r", force: "f" }, refusal: 2 },
  (process, options, flavour) => {
    const [name] = options.operands;
    if (name === undefined) return shortUsage(process, "Usage: userdel [options] LOGIN\n", 2);
    const account = accounts(process).find((one) => one.name === name);
    if (!account) {
      complain(process, flavour, `user '${name}' does not exist`);
      return 6;
    }
    if (process.credentials.uid !== 0) return lockedOut(process, "userdel", "/etc/passwd");
    const own = groups(process).find((group) => group.name === name);
    if (own && accounts(process).some((one) => one.gid === own.gid && one.name !== name))
      complain(process, flavour, `group ${name} is the primary group of another user and is not removed.`);
    openDatabases(process, "passwd", "shadow", "group", "gshadow");
    removeUser(process, name);
    if (!options.has("r")) return 0;
    process.stderr.write(`userdel: ${name} mail spool (/var/mail/${name}) not found\n`);
    if (!process.files.exists(account.home)) {
      process.stderr.write(`userdel: ${name} home directory (${account.home}) not found\n`);
      return 0;
    }
    removeTree(process, account.home);
    return 0;
  },
);
