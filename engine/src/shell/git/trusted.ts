import type { Process } from "../process.ts";
import { join } from "../../vfs/path.ts";
import { readConfig } from "./git-config.ts";

/**
 * Whether git works here: the repository belongs to the user, or is named in `safe.directory` of the system's or the user's
 * configuration (git-config(1)). Says its refusal where it does not.
 */
export function isTrusted(process: Process, folder: string, top: string): boolean {
  const { uid } = process.credentials;
  const owners = [top, folder].map((path) => process.files.stat(path));
  if (owners.every((entry) => typeof entry === "string" || entry.uid === uid)) return true;
  const home = process.env.get("HOME") ?? "/root";
  for (const path of ["/etc/gitconfig", join(home, ".gitconfig")]) {
    const content = process.files.read(path);
    const entries = readConfig(typeof content === "string" ? "" : (content.text ?? ""));
    if (entries.some(({ key, value }) => key === "safe.directory" && (value === "*" || value === top)))
      return true;
  }
  process.stderr.write(
    `fatal: detected dubious ownership in repository at '${top}'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory ${top}\n`,
  );
  return false;
}
