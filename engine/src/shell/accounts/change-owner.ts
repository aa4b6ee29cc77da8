import { strerror } from "../../vfs/errno.ts";
import type { Entry } from "../../vfs/entry.ts";
import { copyUpBulk, eachEntry } from "../tree/each-entry.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, missingOperand, type OptionSpec, type Options } from "../options/options.ts";
import { groupName, readOwner, userName } from "./owner.ts";
import type { Flavour, Process } from "../process.ts";
import { isEntry, lstatOf, statOf } from "../tree/tree.ts";

/** The command line that `chown` and `chgrp` share. */
export const OWNER_OPTIONS: OptionSpec = {
  flags: "RhvcfHLP",
  values: "e",
  long: {
    recursive: "R",
    "no-dereference": "h",
    verbose: "v",
    changes: "c",
    silent: "f",
    quiet: "f",
    reference: "e",
    dereference: "D",
  },
};

/** Gives files to another owner; `what` is "ownership" or "group". `specOf` makes chgrp's word one of chown's. */
export function changeOwner(
  process: Process,
  options: Options,
  flavour: Flavour,
  what: "ownership" | "group",
): number {
  const operands = [...options.operands];
  const reference = options.value("e");
  if (operands.length === 0) missingOperand(process, flavour);
  const word = reference === undefined ? (operands.shift() ?? "") : "";
  if (operands.length === 0) missingOperand(process, flavour, word);
  const dotted = what === "ownership" && !word.includes(":") && word.includes(".");
  let owner: { uid?: number; gid?: number };
  if (reference !== undefined) {
    const model = statOf(process, reference);
    if (!isEntry(model))
      return complain(
        process,
        flavour,
        `failed to get attributes of ${gnuQuote(reference)}: ${strerror[model]}`,
      );
    owner = { uid: model.uid, gid: model.gid };
  } else {
    const read = readOwner(process, what === "group" ? `:${word}` : dotted ? word.replace(".", ":") : word);
    if ("badUser" in read)
      return complain(
        process,
        flavour,
        flavour === "gnu"
          ? word.includes(":")
            ? `invalid user: ${gnuQuote(word)}`
            : `invalid user: ${gnuQuote(word)}`
          : `unknown user ${read.badUser}`,
      );
    if ("badGroup" in read)
      return complain(
        process,
        flavour,
        flavour === "gnu" ? `invalid group: ${gnuQuote(word)}` : `unknown group ${read.badGroup}`,
      );
    if (dotted && flavour === "gnu")
      complain(process, flavour, `warning: '.' should be ':': ${gnuQuote(word)}`);
    owner = read;
  }
  let status = 0;
  for (const name of operands) {
    const target = options.has("h") ? lstatOf(process, name) : statOf(process, name);
    if (!isEntry(target)) {
      if (!options.has("f"))
        complain(
          process,
          flavour,
          flavour === "gnu"
            ? `cannot access ${gnuQuote(name)}: ${strerror[target]}`
            : `${name}: ${strerror[target]}`,
        );
      status = 1;
      continue;
    }
    const recursive = options.has("R");
    for (const { name: below, path, entry } of eachEntry(process, name, recursive, "last")) {
      const errno = process.files.chown(
        path,
        owner.uid,
        owner.gid,
        !options.has("h") && !(recursive && below !== name),
      );
      if (!errno && recursive) copyUpBulk(process, path, entry);
      if (errno)
        status = complain(
          process,
          flavour,
          flavour === "gnu"
            ? `changing ${what} of ${gnuQuote(below)}: ${strerror[errno]}`
            : `${below}: ${strerror[errno]}`,
        );
      else if (options.has("v") || options.has("c")) {
        const before =
          what === "group" ? groupOf(process, entry) : ownersOf(process, entry, word.includes(":"));
        const stays =
          (owner.uid === undefined || owner.uid === entry.uid) &&
          (owner.gid === undefined || owner.gid === entry.gid);
        if (!stays) process.stdout.write(`changed ${what} of ${gnuQuote(below)} from ${before} to ${word}\n`);
        else if (options.has("v"))
          process.stdout.write(`${what} of ${gnuQuote(below)} retained as ${before}\n`);
      }
    }
  }
  return status;
}

const groupOf = (process: Process, { gid }: Entry): string => groupName(process, gid) ?? String(gid);

const ownersOf = (process: Process, entry: Entry, both: boolean): string => {
  const user = userName(process, entry.uid) ?? String(entry.uid);
  return both ? `${user}:${groupOf(process, entry)}` : user;
};
