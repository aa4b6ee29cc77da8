import { dirname } from "../../vfs/path.ts";
import { contentOf } from "../text/bytes-text.ts";
import { accounts } from "../accounts/owner.ts";
import { makeDirectories } from "../packages/python/make-directories.ts";
import type { Process } from "../process.ts";

const NONE = "0".repeat(40);

/** Who git takes the user for where nothing is configured: the account's name at the machine's. */
function whoever(process: Process): string {
  const own = accounts(process).find(({ uid }) => uid === process.credentials.uid);
  const name = own?.name ?? "unknown";
  const { hostname } = process.kernel;
  return `${name} <${name}@${hostname}${hostname.includes(".") ? "" : ".(none)"}>`;
}

/** One line more in `.git/logs`: from where HEAD, or a branch, went where. */
export function addReflog(
  process: Process,
  folder: string,
  from: string | undefined,
  to: string,
  what: string,
  name = "HEAD",
): void {
  const path = `${folder}/logs/${name}`;
  const content = process.files.read(path);
  const before = typeof content === "string" ? "" : (content.text ?? "");
  makeDirectories(process.files, dirname(path));
  const seconds = Math.floor(process.kernel.now() / 1000);
  process.files.write(
    path,
    contentOf(`${before}${from ?? NONE} ${to} ${whoever(process)} ${seconds} +0000\t${what}\n`),
    0o644,
  );
}
