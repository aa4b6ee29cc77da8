import { addGroup, addMember, freeId, usedGids } from "../accounts/account-files.ts";
import { illegalLetter } from "../accounts/busybox-account-name.ts";
import { debianAdduser } from "../accounts/debian-adduser.ts";
import { complain, readOptions, refuse, Refusal } from "../options/options.ts";
import { accounts, groups } from "../accounts/owner.ts";
import type { Process, Program } from "../process.ts";

function busyboxAddgroup(process: Process): number {
  const options = readOptions(process, "busybox", {
    flags: "S",
    values: "g",
    long: { gid: "g", system: "S" },
  });
  const [first, second] = options.operands;
  const fail = (words: string): number => complain(process, "busybox", words);
  if (first === undefined) refuse(process, "busybox", "missing operand");
  if (process.credentials.uid !== 0) return fail("permission denied (are you root?)");
  if (second !== undefined) {
    if (!accounts(process).some(({ name }) => name === first)) return fail(`unknown user ${first}`);
    if (!groups(process).some(({ name }) => name === second)) return fail(`unknown group ${second}`);
    addMember(process, first, second);
    return 0;
  }
  const illegal = illegalLetter(first);
  if (illegal !== undefined) return fail(illegal);
  if (groups(process).some(({ name }) => name === first)) return fail(`group '${first}' in use`);
  const word = options.value("g");
  if (word !== undefined && usedGids(process).includes(Number(word))) return fail(`gid '${word}' in use`);
  const system = options.has("S");
  addGroup(
    process,
    first,
    word === undefined
      ? freeId(usedGids(process), system ? 100 : 1000, system ? 999 : 60_000, "first")
      : Number(word),
    "x",
  );
  return 0;
}

export const addgroup: Program = {
  name: "addgroup",
  run(process, flavour) {
    try {
      return flavour === "busybox" ? busyboxAddgroup(process) : debianAdduser(process, true);
    } catch (stop) {
      if (stop instanceof Refusal) return stop.status;
      throw stop;
    }
  },
};
