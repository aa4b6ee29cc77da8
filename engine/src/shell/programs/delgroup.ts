import { editLines } from "../accounts/account-files.ts";
import { lockAdduser, openDatabases } from "../accounts/account-locks.ts";
import { complain, missingOperand } from "../options/options.ts";
import { accounts, groups } from "../accounts/owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { outOfGroup } from "./deluser.ts";

/** Debian's delgroup (adduser 3.134) and busybox's: a group and who is in it; `delgroup USER GROUP` is busybox's deluser. */
export const delgroup: Program = tool(
  "delgroup",
  { flags: "q", long: { quiet: "q", system: "s" }, lacks: "*" },
  (process, options, flavour) => {
    const [first, second] = options.operands;
    if (first === undefined) return missingOperand(process, flavour);
    const gnu = flavour === "gnu";
    if (second !== undefined) return outOfGroup(process, flavour, first, second, options.has("q"));
    if (gnu && process.credentials.uid === 0) lockAdduser(process);
    const group = groups(process).find((one) => one.name === first);
    if (!group) {
      complain(process, flavour, gnu ? `The group \`${first}' does not exist.` : `unknown group ${first}`);
      return gnu ? 3 : 1;
    }
    const owner = accounts(process).find(({ gid }) => gid === group.gid);
    const say = (words: string): void => {
      if (gnu && !options.has("q")) process.stdout.write(`${words}\n`);
    };
    say(`Removing group \`${first}' ...`);
    if (owner && !gnu)
      return complain(process, flavour, `'${owner.name}' still has '${first}' as their primary group!`);
    if (owner) {
      process.stderr.write(`groupdel: cannot remove the primary group of user '${owner.name}'\n`);
      complain(process, flavour, `\`/sbin/groupdel ${first}' returned error code 8. Exiting.`);
      return 1;
    }
    if (gnu) openDatabases(process, "group", "gshadow");
    for (const path of ["/etc/group", "/etc/gshadow"])
      editLines(process, path, (lines) => lines.filter((line) => line.split(":", 1)[0] !== first));
    say("Done.");
    return 0;
  },
);
