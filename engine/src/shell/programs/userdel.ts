import { removeUser } from "../account-files.ts";
import { eachEntry } from "../each-entry.ts";
import { complain } from "../options.ts";
import { accounts } from "../owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";
import { lockedOut } from "./useradd.ts";

export const userdel: Program = tool(
  "userdel",
  { flags: "rf", long: { remove: "r", force: "f" }, refusal: 2 },
  (process, options, flavour) => {
    const [name] = options.operands;
    if (name === undefined) {
      process.stderr.write("Usage: userdel [options] LOGIN\n\n");
      return 2;
    }
    const account = accounts(process).find((one) => one.name === name);
    if (!account) {
      complain(process, flavour, `user '${name}' does not exist`);
      return 6;
    }
    if (process.credentials.uid !== 0) return lockedOut(process, "userdel", "/etc/passwd");
    removeUser(process, name);
    if (!options.has("r")) return 0;
    process.stderr.write(`userdel: ${name} mail spool (/var/mail/${name}) not found\n`);
    if (!process.files.exists(account.home)) {
      process.stderr.write(`userdel: ${name} home directory (${account.home}) not found\n`);
      return 12;
    }
    for (const { path, entry } of [...eachEntry(process, account.home, true)].reverse()) {
      if (entry.kind === "directory") process.files.rmdir(path);
      else process.files.unlink(path);
    }
    return 0;
  },
);
