import { notSimulated } from "../../core/engine-error.ts";
import {
  addGroup,
  addMember,
  addUser,
  freeId,
  makeHome,
  type NewUser,
  usedGids,
  usedUids,
} from "../accounts/account-files.ts";
import { illegalLetter } from "../accounts/busybox-account-name.ts";
import { debianAdduser } from "../accounts/debian-adduser.ts";
import { complain, readOptions, refuse, Refusal } from "../options/options.ts";
import { accounts, groups } from "../accounts/owner.ts";
import type { Process, Program } from "../process.ts";

/** Whoever adds a user hands on their own shell. */
const loginShell = (process: Process): string =>
  process.env.get("SHELL") ||
  accounts(process).find(({ uid }) => uid === process.credentials.uid)?.shell ||
  "/bin/sh";

/** busybox's adduser: `-D` no password, `-S` system, `-H` no home, `-h -s -u -G -g` as they say. */
function busyboxAdduser(process: Process): number {
  const options = readOptions(process, "busybox", {
    flags: "DSH",
    values: "hgsGuk",
    long: {
      home: "h",
      gecos: "g",
      shell: "s",
      ingroup: "G",
      system: "S",
      "disabled-password": "D",
      "empty-password": "D",
      "no-create-home": "H",
      uid: "u",
      skel: "k",
    },
  });
  const [name, group] = options.operands;
  const fail = (words: string): number => complain(process, "busybox", words);
  if (name === undefined) refuse(process, "busybox", "missing operand");
  if (process.credentials.uid !== 0)
    return fail("must be suid to work properly".replace(/.*/, "permission denied (are you root?)"));
  if (group !== undefined) {
    // It becomes addgroup, whose name its complaints have.
    const refused = (words: string): number => (process.stderr.write(`addgroup: ${words}\n`), 1);
    if (!accounts(process).some((one) => one.name === name)) return refused(`unknown user ${name}`);
    if (!groups(process).some((one) => one.name === group)) return refused(`unknown group ${group}`);
    addMember(process, name, group);
    return 0;
  }
  const illegal = illegalLetter(name);
  if (illegal !== undefined) return fail(illegal);
  const system = options.has("S");
  const groupName = options.value("G") ?? (system ? "nogroup" : undefined);
  const found = groupName === undefined ? undefined : groups(process).find((one) => one.name === groupName);
  if (groupName !== undefined && !found) return fail(`unknown group ${groupName}`);
  if (accounts(process).some((one) => one.name === name)) return fail(`user '${name}' in use`);
  const word = options.value("u");
  const uid =
    word === undefined
      ? freeId(
          [...usedUids(process), ...(found ? [] : usedGids(process))],
          system ? 100 : 1000,
          system ? 999 : 60_000,
          "first",
        )
      : Number(word);
  if (word !== undefined && usedUids(process).includes(uid)) return fail(`uid '${word}' in use`);
  if (!found && groups(process).some((one) => one.name === name)) return fail(`group '${name}' in use`);
  if (!found && word !== undefined && usedGids(process).includes(uid))
    return fail(`gid '${word}' in use`.replace("gid", "group"));
  const user: NewUser = {
    name,
    uid,
    gid: found?.gid ?? uid,
    gecos: options.value("g") ?? "Linux User,,,",
    home: options.value("h") ?? `/home/${name}`,
    shell: options.value("s") ?? (system ? "/bin/false" : loginShell(process)),
  };
  if (!options.has("D") && !system)
    throw notSimulated(
      "adduser's question for a password",
      "it would ask for a new password; `-D` makes it ask for none",
    );
  addUser(process, user);
  // It calls addgroup for that, whose complaint changes nothing.
  if (found) {
    addMember(process, name, found.name);
    const shadow = process.files.read("/etc/gshadow");
    if (typeof shadow !== "string" && !`\n${shadow.text ?? ""}`.includes(`\n${found.name}:`))
      process.stderr.write(`addgroup: can't find ${found.name} in /etc/gshadow\n`);
  } else addGroup(process, name, uid, "x");
  if (!options.has("H") && !process.files.exists(user.home)) makeHome(process, user, 0o2755);
  return 0;
}

export const adduser: Program = {
  name: "adduser",
  calledAs: ["addgroup"],
  run(process, flavour) {
    try {
      return flavour === "busybox" ? busyboxAdduser(process) : debianAdduser(process);
    } catch (stop) {
      if (stop instanceof Refusal) return stop.status;
      throw stop;
    }
  },
};
