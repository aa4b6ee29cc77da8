import type { Process } from "../process.ts";
import { databaseLines } from "../start/image-user.ts";

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly gecos: string;
  readonly home: string;
  readonly shell: string;
}

export interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

export const accounts = (process: Process): Account[] =>
  databaseLines(process.files.as({ uid: 0, gid: 0, groups: [0] }), "/etc/passwd").map(
    ([name = "", , uid = "", gid = "", gecos = "", home = "", shell = ""]) => ({
      name,
      uid: Number(uid),
      gid: Number(gid),
      gecos,
      home,
      shell,
    }),
  );

export const groups = (process: Process): Group[] =>
  databaseLines(process.files.as({ uid: 0, gid: 0, groups: [0] }), "/etc/group").map(
    ([name = "", , gid = "", members = ""]) => ({
      name,
      gid: Number(gid),
      members: members.split(",").filter(Boolean),
    }),
  );

export const userName = (process: Process, uid: number): string | undefined =>
  accounts(process).find((account) => account.uid === uid)?.name;
export const groupName = (process: Process, gid: number): string | undefined =>
  groups(process).find((group) => group.gid === gid)?.name;

const NUMBER = /^\d+$/;

/** Reads `user`, `user:`, `user:group` and `:group` as chown does; `user:` takes the user's own group. */
export function readOwner(
  process: Process,
  spec: string,
): { uid?: number; gid?: number } | { badUser: string } | { badGroup: string } {
  const at = spec.includes(":") ? spec.indexOf(":") : -1;
  const user = at < 0 ? spec : spec.slice(0, at);
  const group = at < 0 ? undefined : spec.slice(at + 1);
  const account = accounts(process).find(({ name }) => name === user);
  if (user !== "" && !account && !NUMBER.test(user)) return { badUser: user };
  const uid = user === "" ? undefined : (account?.uid ?? Number(user));
  let gid: number | undefined;
  if (group === "" && account) gid = account.gid;
  else if (group) {
    const found = groups(process).find(({ name }) => name === group);
    if (!found && !NUMBER.test(group)) return { badGroup: group };
    gid = found?.gid ?? Number(group);
  }
  return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
}
