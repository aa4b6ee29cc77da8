import { type Credentials, type Directory, FileSystem } from "@drydock/engine";

/** A container's user: numbers looked up in the image's own /etc/passwd and /etc/group, or Docker's words why there is none. */
export type EffectiveUser =
  | (Credentials & { readonly name: string | undefined })
  | { readonly error: string };

const rows = (tree: Directory, path: string): string[][] => {
  const content = new FileSystem(tree, () => 0).read(path);
  return typeof content === "string" || content.text === undefined
    ? []
    : content.text.split("\n").map((line) => line.split(":"));
};

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** As moby's user lookup: a name must be in passwd, a number need not; `user:group` names the group too. */
export function effectiveUser(tree: Directory, setting: string | undefined): EffectiveUser {
  const [user = "", group] = (setting ?? "").split(":");
  const passwd = rows(tree, "/etc/passwd");
  const asked = user === "" ? "0" : user;
  const row =
    passwd.find((fields) => fields[0] === asked) ??
    passwd.find((fields) => isNumber(asked) && fields[2] === asked);
  if (!row && !isNumber(asked))
    return { error: `unable to find user ${asked}: no matching entries in passwd file` };
  const uid = Number(row?.[2] ?? asked);
  let gid = Number(row?.[3] ?? 0);
  if (group) {
    const found = rows(tree, "/etc/group").find((fields) => fields[0] === group || fields[2] === group);
    if (!found && !isNumber(group))
      return { error: `unable to find group ${group}: no matching entries in group file` };
    gid = Number(found?.[2] ?? group);
  }
  const name = row?.[0];
  const groups =
    name === undefined
      ? []
      : rows(tree, "/etc/group")
          .filter((fields) => (fields[3] ?? "").split(",").includes(name))
          .map((fields) => Number(fields[2]));
  return { uid, gid, groups: [gid, ...groups], name };
}
