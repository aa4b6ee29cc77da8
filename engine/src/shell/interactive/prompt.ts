import { basename } from "../../vfs/path.ts";
import { expandQuoted } from "../expand/word.ts";
import type { Shell } from "../interpreter/shell.ts";
import { valueOf } from "../interpreter/variables.ts";
import { userName } from "../accounts/owner.ts";

/** bash without a file that says otherwise (shell.c, variables.c), and as Debian's /etc/bash.bashrc sets it. */
const BASH = "\\s-\\v\\$ ";
const DEBIAN_BASH = "${debian_chroot:+($debian_chroot)}\\u@\\h:\\w\\$ ";

/** What PS1 is where nobody set it: ash's `\w \$ ` is busybox's FEATURE_EDITING_FANCY_PROMPT, dash's a plain `# ` or `$ `. */
export function firstPrompt(shell: Shell): string {
  const { process, dialect } = shell;
  if (dialect === "bash") return process.files.exists("/etc/bash.bashrc") ? DEBIAN_BASH : BASH;
  if (dialect === "ash") return "\\w \\$ ";
  return process.credentials.uid === 0 ? "# " : "$ ";
}

/** PS1 or PS2 as it stands on the screen. */
export function promptText(shell: Shell, name: "PS1" | "PS2"): string {
  const written = valueOf(shell, name) ?? "";
  const { process } = shell;
  const root = process.credentials.uid === 0;
  const place = (): string => {
    const home = valueOf(shell, "HOME") ?? "";
    if (home === "" || home === "/") return shell.cwd;
    if (shell.cwd === home) return "~";
    return shell.cwd.startsWith(`${home}/`) ? `~${shell.cwd.slice(home.length)}` : shell.cwd;
  };
  const meanings: Readonly<Record<string, () => string>> = {
    w: place,
    W: () => (place() === "~" || place() === "/" ? place() : basename(shell.cwd)),
    u: () => userName(process, process.credentials.uid) ?? "I have no name!",
    h: () => process.kernel.hostname.split(".")[0] ?? "",
    H: () => process.kernel.hostname,
    s: () => basename(shell.name),
    v: () => "5.2",
    n: () => "\n",
    $: () => (root ? "#" : "\\$"),
  };
  const meant =
    shell.dialect === "dash"
      ? written
      : written.replaceAll(/\\([\s\S])/g, (whole, letter: string) => meanings[letter]?.() ?? whole);
  return expandQuoted(shell, meant);
}
