/** What a member of a submission may not be. */
export interface SubmittedMember {
  readonly name: string;
  readonly type: string;
}

/**
 * Why an archive that somebody hands in is not unpacked: a name that could leave its folder or that two systems would read
 * differently, a device, a hard link. Undefined if nothing is wrong. (What ADD unpacks stays inside the image and is not
 * held to this.)
 */
export function refusedPath(members: readonly SubmittedMember[]): string | undefined {
  const seen = new Map<string, string>();
  for (const { name, type } of members) {
    const reason =
      refusedName(name) ??
      (type === "device" ? "is a device" : type === "link" ? "is a hard link" : undefined);
    if (reason !== undefined) return `${JSON.stringify(name)} ${reason}`;
    const key = name.replace(/^\.\//, "").replace(/\/$/, "").normalize("NFC").toLowerCase();
    const before = seen.get(key);
    if (before !== undefined && type !== "directory")
      return `${JSON.stringify(name)} collides with ${JSON.stringify(before)}`;
    seen.set(key, name);
  }
  return undefined;
}

function refusedName(name: string): string | undefined {
  if (name.includes("\0")) return "holds a NUL";
  if (name.includes("\\")) return "holds a backslash";
  if (name.startsWith("/")) return "is absolute";
  if (/^[A-Za-z]:/.test(name)) return "names a drive";
  if (name.split("/").includes("..")) return "leaves its folder";
  return undefined;
}
