import { notSimulated } from "../core/engine-error.ts";
import {
  addGroup,
  addMember,
  addUser,
  freeId,
  makeHome,
  type NewUser,
  usedGids,
  usedUids,
} from "./account-files.ts";
import { readOptions } from "./options.ts";
import { accounts, groups } from "./owner.ts";
import type { Process } from "./process.ts";

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
      asGroup
        ? "fatal: Only one or two names allowed.".replace("fatal: ", "addgroup: ")
        : "adduser: Only one or two names allowed.",
    );
  if (into !== undefined) {
    if (!groups(process).some((group) => group.name === into))
      return fail(`adduser: The group \`${into}' does not exist.`);
    if (!accounts(process).some((account) => account.name === name))
      return fail(`adduser: The user \`${name}' does not exist.`);
    say(`Adding user \`${name}' to group \`${into}' ...`);
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
    const gid = options.has("i")
      ? Number(options.value("i"))
      : freeId(usedGids(process), system ? 100 : 1000, system ? 999 : 59_999, "first");
    say(`Adding group \`${name}' (GID ${gid}) ...`);
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
  const uid = options.has("u")
    ? Number(options.value("u"))
    : freeId(
        [...usedUids(process), ...(primary ? [] : usedGids(process))],
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
    gecos: options.value("g") ?? "",
    home,
    shell: options.value("s") ?? (system ? "/usr/sbin/nologin" : "/bin/bash"),
  };
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
  addUser(process, user);
  if (options.has("H") || home === "/nonexistent") say(`Not creating home directory \`${home}'.`);
  else if (process.files.exists(home))
    process.stderr.write(
      `adduser: The home directory \`${home}' already exists.  Not touching this directory.\n`,
    );
  else {
    say(`Creating home directory \`${home}' ...`);
    makeHome(process, user, system ? 0o755 : 0o700);
    if (!system) say("Copying files from `/etc/skel' ...");
  }
  if (!system && groups(process).some((group) => group.name === "users")) {
    say(`Adding new user \`${name}' to supplemental / extra groups \`users' ...`);
    say(`Adding user \`${name}' to group \`users' ...`);
    addMember(process, name, "users");
  }
  return 0;
}
