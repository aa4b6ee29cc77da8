import { notSimulated } from "../../core/engine-error.ts";
import {
  addGroup,
  addMember,
  addSubordinates,
  addUser,
  editLines,
  freeId,
  makeHome,
  type NewUser,
  usedGids,
  usedUids,
} from "./account-files.ts";
import { lockAdduser, nextTool, openDatabases } from "./account-locks.ts";
import { readOptions } from "../options/options.ts";
import { accounts, groups } from "./owner.ts";
import type { Process } from "../process.ts";

const LONG = {
  system: "S",
  group: "p",
  ingroup: "G",
  gid: "i",
  uid: "u",
  home: "h",
  shell: "s",
  "no-create-home": "H",
  "disabled-password": "D",
  "disabled-login": "D",
  gecos: "g",
  comment: "g",
  quiet: "q",
  "force-badname": "b",
  "allow-bad-names": "b",
};

/** Name, room and two telephones, as chfn writes them where only some are given. */
const fourFields = (gecos: string): string => [...gecos.split(","), "", "", ""].slice(0, 4).join(",");

/** Debian's adduser and addgroup (adduser 3.134 of bookworm): says each thing it does. */
export function debianAdduser(process: Process, asGroup = false): number {
  const options = readOptions(process, "gnu", { flags: "SpHDqb", values: "Giuhsg", long: LONG, lacks: "*" });
  const [name, into] = options.operands;
  const say = (words: string): void => {
    if (!options.has("q")) process.stdout.write(`${words}\n`);
  };
  const fail = (words: string): number => {
    process.stderr.write(`${words}\n`);
    return 1;
  };
  if (process.credentials.uid !== 0) return fail(`adduser: Only root may add a user or group to the system.`);
  if (name === undefined)
    return fail(
      asGroup ? "addgroup: Only one or two names allowed." : "adduser: Only one or two names allowed.",
    );
  lockAdduser(process);
  if (into !== undefined) {
    if (!groups(process).some((group) => group.name === into))
      return fail(`adduser: The group \`${into}' does not exist.`);
    if (!accounts(process).some((account) => account.name === name))
      return fail(`adduser: The user \`${name}' does not exist.`);
    const group = groups(process).find((one) => one.name === into);
    if (asGroup) return fail("addgroup: addgroup with two arguments is an unspecified operation.");
    if (group?.members.includes(name)) {
      if (!options.has("q"))
        process.stderr.write(`adduser: The user \`${name}' is already a member of \`${into}'.\n`);
      return 0;
    }
    say(`Adding user \`${name}' to group \`${into}' ...`);
    openDatabases(process, "passwd", "shadow", "group", "gshadow");
    addMember(process, name, into);
    say("Done.");
    return 0;
  }
  const system = options.has("S");
  const existing = groups(process).find((group) => group.name === name);
  if (asGroup || (options.has("p") && !system)) {
    if (existing) {
      if (system) {
        process.stderr.write(`addgroup: The group \`${name}' already exists as a system group. Exiting.\n`);
        return 0;
      }
      return fail(`addgroup: The group \`${name}' already exists.`);
    }
    if (options.has("i") && usedGids(process).includes(Number(options.value("i"))))
      return fail(`addgroup: The GID \`${options.value("i")}' is already in use.`);
    const gid = options.has("i")
      ? Number(options.value("i"))
      : freeId(usedGids(process), system ? 100 : 1000, system ? 999 : 59_999, "first");
    say(`Adding group \`${name}' (GID ${gid}) ...`);
    openDatabases(process, "group", "gshadow");
    addGroup(process, name, gid);
    say("Done.");
    return 0;
  }
  if (accounts(process).some((account) => account.name === name)) {
    if (system) {
      process.stderr.write(`adduser: The system user \`${name}' already exists. Exiting.\n`);
      return 0;
    }
    return fail(`adduser: The user \`${name}' already exists.`);
  }
  const given = options.value("G") ?? options.value("i");
  const primary =
    given === undefined
      ? undefined
      : groups(process).find((group) => group.name === given || String(group.gid) === given);
  if (given !== undefined && !primary) return fail(`adduser: The group \`${given}' does not exist.`);
  const pattern = system ? /^[a-z_][-a-z0-9_]*\$?$/ : /^[a-z][-a-z0-9_]*\$?$/;
  if (!pattern.test(name) && !options.has("b"))
    throw notSimulated(
      `the name ${name} for a user`,
      "refuse it, since it does not match NAME_REGEX of /etc/adduser.conf",
    );
  const uid = options.has("u")
    ? Number(options.value("u"))
    : freeId(
        [...usedUids(process), ...(primary || system ? [] : usedGids(process))],
        system ? 100 : 1000,
        system ? 999 : 59_999,
        "first",
      );
  if (options.has("u") && usedUids(process).includes(uid))
    return fail(`adduser: The UID ${uid} is already in use.`);
  if (!system && !options.has("D"))
    throw notSimulated(
      "adduser's question for a password",
      "it would ask for a new password; `--disabled-password` makes it ask for none",
    );
  if (!system && !options.has("g"))
    throw notSimulated(
      "adduser's questions about the user",
      'it would ask for the full name and more; `--gecos ""` makes it ask for nothing',
    );
  const ownGroup = !primary && (!system || options.has("p"));
  const gid =
    primary?.gid ??
    (ownGroup
      ? usedGids(process).includes(uid)
        ? freeId(usedGids(process), system ? 100 : 1000, system ? 999 : 59_999, "first")
        : uid
      : 65_534);
  const groupName = primary?.name ?? (ownGroup ? name : "nogroup");
  const home = options.value("h") ?? (system ? "/nonexistent" : `/home/${name}`);
  const user: NewUser = {
    name,
    uid,
    gid,
    // chfn fills in the name of the four fields that it writes.
    gecos: options.has("g") ? fourFields(options.value("g") ?? "") : "",
    home,
    shell: options.value("s") ?? (system ? "/usr/sbin/nologin" : "/bin/bash"),
  };
  const isThere = process.files.exists(home);
  if (options.has("h") && isThere !== options.has("H"))
    process.stderr.write(
      `adduser: Warning: The home dir ${home} you specified ${isThere ? "already exists." : "can't be accessed: No such file or directory"}\n`,
    );
  say(system ? `Adding system user \`${name}' (UID ${uid}) ...` : `Adding user \`${name}' ...`);
  if (ownGroup) {
    say(system ? `Adding new group \`${name}' (GID ${gid}) ...` : `Adding new group \`${name}' (${gid}) ...`);
    addGroup(process, name, gid);
  }
  say(
    system
      ? `Adding new user \`${name}' (UID ${uid}) with group \`${groupName}' ...`
      : `Adding new user \`${name}' (${uid}) with group \`${groupName} (${gid})' ...`,
  );
  openDatabases(process, "passwd", "shadow", "group", "gshadow");
  addUser(process, system ? { ...user, ageing: ":::::" } : { ...user, gecos: "" });
  if (!system) addSubordinates(process, name);
  if (!system && user.gecos !== "") {
    nextTool(process);
    editLines(process, "/etc/passwd", (lines) =>
      lines.map((line) => {
        const fields = line.split(":");
        if (fields[0] === name) fields[4] = user.gecos;
        return fields.join(":");
      }),
    );
  }
  if (home === "/nonexistent") say(`Not creating \`${home}'.`);
  else if (options.has("H")) say(`Not creating home directory \`${home}'.`);
  else if (isThere) {
    process.stderr.write(
      `adduser: The home directory \`${home}' already exists.  Not touching this directory.\n`,
    );
    const entry = process.files.stat(home);
    if (typeof entry !== "string" && entry.uid !== uid)
      process.stderr.write(
        `adduser: Warning: The home directory \`${home}' does not belong to the user you are currently creating.\n`,
      );
  } else {
    say(`Creating home directory \`${home}' ...`);
    makeHome(process, user, system ? 0o755 : 0o700);
    if (!system) say("Copying files from `/etc/skel' ...");
  }
  if (!system && groups(process).some((group) => group.name === "users")) {
    say(`Adding new user \`${name}' to supplemental / extra groups \`users' ...`);
    say(`Adding user \`${name}' to group \`users' ...`);
    nextTool(process);
    addMember(process, name, "users");
  }
  return 0;
}
