import { join } from "../../vfs/path.ts";
import type { Mount } from "../containers/container.ts";
import { targetProblem } from "./target-problem.ts";

/** Options of tmpfs(5) and mount(8) that the engine lets through (moby daemon/internal/mountopts and sys/mount/flags_linux.go). */
const PLAIN =
  /^(?:defaults|ro|rw|suid|nosuid|dev|nodev|exec|noexec|sync|async|dirsync|remount|mand|nomand|atime|noatime|diratime|nodiratime|r?bind|r?private|r?shared|r?slave|r?unbindable|relatime|norelatime|strictatime|nostrictatime)$/;
const WITH_VALUE = /^(?:size|mode|uid|gid|nr_inodes|nr_blocks|mpol)=/;

/** A mount of `--tmpfs path[:options]`; `error` is all after `Error response from daemon: `. */
export function tmpfsMount(target: string, options: string): Mount | { readonly error: string } {
  const problem = targetProblem(target);
  if (problem !== undefined) return { error: problem };
  const words = options === "" ? [] : options.split(",");
  const mode = words.findLast((word) => word.startsWith("mode="))?.slice(5);
  return {
    kind: "tmpfs",
    source: "",
    target: join("/", target),
    readOnly: words.findLast((word) => word === "ro" || word === "rw") === "ro",
    ofFlag: true,
    ...(mode !== undefined && /^[0-7]+$/.test(mode) && { permissions: Number.parseInt(mode, 8) }),
  };
}

/** Why a container with these options does not start, undefined where it does. */
export function tmpfsProblem(options: string): string | undefined {
  const bad = (options === "" ? [] : options.split(",")).find(
    (word) => !PLAIN.test(word) && !WITH_VALUE.test(word),
  );
  return bad === undefined ? undefined : `invalid tmpfs option ${JSON.stringify(bad.split("=", 1)[0])}`;
}
