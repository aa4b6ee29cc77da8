import type { Shell } from "../interpreter/shell.ts";
import { valueOf } from "../interpreter/variables.ts";
import { databaseLines } from "../start/image-user.ts";

/** `~` and `~name` at the start, in an assignment also after each colon. */
export function tilde(
  shell: Shell,
  text: string,
  value: string,
  place: { readonly quoted: boolean; readonly assignment?: boolean },
): string {
  if (place.quoted || !text.includes("~") || text !== value) return value;
  const one = (piece: string): string => {
    const match = /^~([^/]*)/.exec(piece);
    if (!match) return piece;
    const name = match[1] ?? "";
    const home =
      name === ""
        ? valueOf(shell, "HOME")
        : shell.dialect === "bash" && (name === "+" || name === "-")
          ? valueOf(shell, name === "+" ? "PWD" : "OLDPWD")
          : databaseLines(shell.process.files, "/etc/passwd").find((line) => line[0] === name)?.[5];
    return home === undefined ? piece : home + piece.slice(match[0].length);
  };
  return place.assignment ? text.split(":").map(one).join(":") : one(text);
}
