import { join } from "../../vfs/path.ts";
import type { ShellCommand } from "./shell-command.ts";

/** Absolute paths that an `rm`, or a `find … -delete`, names; a last `/*` is taken off where the whole folder is meant. */
export function removedBy({ name, words }: ShellCommand, directory: string): readonly string[] {
  if (name === "find") {
    const [start] = words;
    return words.includes("-delete") && start !== undefined ? [absolute(start, directory)] : [];
  }
  if (name !== "rm" && name !== "rmdir" && name !== "unlink") return [];
  return words.filter((word) => !word.startsWith("-")).map((word) => absolute(word, directory));
}

const absolute = (word: string, directory: string): string => {
  const path = word.replace(/^~(?=\/|$)/, "/root").replace(/^\$\{?HOME\}?(?=\/|$)/, "/root");
  return join(directory, path.replace(/\/(?:\*|\{,\.\}\*)$/, ""));
};
