import { type Directory, type Entry, FileSystem } from "@drydock/engine";

export const octal = (mode: number): string => mode.toString(8).padStart(4, "0");

/** `"0755"`, or a number whose digits are read as octal, as everybody writes modes. */
export const parseMode = (mode: string | number): number => Number.parseInt(String(mode), 8);

/** Is `owner` (`app`, `1000`, `app:staff`, `1000:1000`) who the entry belongs to, by the image's own passwd and group? */
export function ownerMatches(tree: Directory, entry: Entry, owner: string): boolean {
  const [user = "", group] = owner.split(":");
  const is = (asked: string, id: number, path: string): boolean =>
    asked === "" || asked === String(id) || idOf(tree, path, asked) === id;
  return is(user, entry.uid, "/etc/passwd") && (group === undefined || is(group, entry.gid, "/etc/group"));
}

function idOf(tree: Directory, path: string, name: string): number | undefined {
  const content = new FileSystem(tree, () => 0).read(path);
  const row =
    typeof content === "string"
      ? undefined
      : content.text?.split("\n").find((line) => line.startsWith(`${name}:`));
  return row === undefined ? undefined : Number(row.split(":")[2]);
}
