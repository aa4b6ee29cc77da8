import { removeFromGroup, removeUser } from "../accounts/account-files.ts";
import { lockAdduser, openDatabases } from "../accounts/account-locks.ts";
import { complain, missingOperand } from "../options/options.ts";
import { accounts, groups } from "../accounts/owner.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { removeTree } from "../tree/remove-tree.ts";
import { tool } from "../options/tool.ts";

/** Takes a user out of one group. */
export function outOfGroup(
  process: Process,
  flavour: Flavour,
  name: string,
  into: string,
  quiet: boolean,
): number {
  const group = groups(process).find((one) => one.name === into);
  const gnu = flavour === "gnu";
  if (!group) {
    complain(process, flavour, gnu ? `The group \`${into}' does not exist.` : `unknown group ${into}`);
    return gnu ? 3 : 1;
  }
  if (!group.members.includes(name)) {
    if (gnu) complain(process, flavour, `The user \`${name}' is not a member of group \`${into}'.`);
    else
      for (const path of ["/etc/group", "/etc/gshadow"])
        if (process.files.exists(path)) complain(process, flavour, `can't find ${name} in ${path}`);
    return gnu ? 6 : 0;
  }
  if (gnu && !quiet) process.stdout.write(`Removing user \`${name}' from group \`${into}' ...\n`);
  removeFromGroup(process, name, into);
  if (gnu && !quiet) process.stdout.write("Done.\n");
  return 0;
}

const remove: Program = tool(
  "deluser",
  { flags: "rqa", long: { "remove-home": "r", quiet: "q", "remove-all-files": "a" }, lacks: "*" },
  (process, options, flavour) => {
    const [name, into] = options.operands;
    const gnu = flavour === "gnu";
    // busybox takes somebody out of a group with delgroup alone.
    if (name === undefined || (!gnu && into !== undefined)) return missingOperand(process, flavour);
    if (gnu && process.credentials.uid === 0) lockAdduser(process);
    const account = accounts(process).find((one) => one.name === name);
    if (!account) {
      complain(process, flavour, gnu ? `The user \`${name}' does not exist.` : `unknown user ${name}`);
      return gnu ? 2 : 1;
    }
    if (into !== undefined) return outOfGroup(process, flavour, name, into, options.has("q"));
    const say = (words: string): void => {
      if (gnu && !options.has("q")) process.stdout.write(`${words}\n`);
    };
    if (gnu && options.has("r")) {
      say("Looking for files to backup/remove ...");
      say("Removing files ...");
      removeTree(process, account.home);
    }
    if (gnu && !options.has("q") && !process.files.exists("/usr/bin/crontab"))
      complain(
        process,
        flavour,
        "`/usr/bin/crontab' not executed. Skipping crontab removal. Package `cron' required.",
      );
    say(`Removing user \`${name}' ...`);
    if (gnu) openDatabases(process, "passwd", "shadow", "group", "gshadow");
    const isMember = groups(process).some(({ members }) => members.includes(name));
    removeUser(process, name);
    if (!gnu && !isMember) complain(process, flavour, `can't find ${name} in /etc/group`);
    if (!gnu && options.has("r")) removeTree(process, account.home);
    say("Done.");
    return 0;
  },
);

/** Debian's deluser (adduser 3.134) and busybox's, which is told `--remove-home` alone. */
export const deluser: Program = { ...remove, calledAs: ["delgroup"] };
