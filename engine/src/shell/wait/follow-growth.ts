import { notSimulated } from "../../core/engine-error.ts";
import type { Inode } from "../../vfs/entry.ts";
import type { Flavour, Process } from "../process.ts";
import { join } from "../../vfs/path.ts";

interface Followed {
  readonly name: string;
  readonly inode: Inode | undefined;
  readonly text: string;
}

/**
 * Shows what others write to the files from now on, for as long as the program runs. A file that is shortened is shown from its
 * start; one that loses its name is not looked at any more (tail -f: the descriptor stays).
 * @throws {EngineError} NOT_SIMULATED where a file that is followed by its name becomes another
 */
export function followGrowth(
  process: Process,
  names: readonly string[],
  flavour: Flavour,
  byName: boolean,
): never {
  // The last file has been shown last.
  let last = names.length;
  let known = names.map((name) => look(process, name));
  for (;;) {
    process.kernel.untilChange("tail -f");
    known = known.map((before, index) => {
      const now = look(process, before.name);
      if (now.inode !== before.inode) {
        if (byName)
          throw notSimulated(
            `tail -F after ${before.name} has become another file`,
            "say so and show the new one",
          );
        return before;
      }
      if (now.text === before.text) return before;
      const grown = now.text.startsWith(before.text);
      if (!grown && flavour === "gnu" && now.text.length < before.text.length)
        process.stderr.write(`tail: ${before.name}: file truncated\n`);
      const more = grown
        ? now.text.slice(before.text.length)
        : now.text.length < before.text.length
          ? now.text
          : now.text.slice(before.text.length);
      if (names.length > 1 && last !== index + 1) process.stdout.write(`\n==> ${before.name} <==\n`);
      last = index + 1;
      process.stdout.write(more);
      return now;
    });
    process.kernel.spend(names.length);
  }
}

function look({ files, cwd }: Process, name: string): Followed {
  const entry = files.stat(join(cwd, name));
  if (typeof entry === "string" || entry.kind !== "file") return { name, inode: undefined, text: "" };
  return { name, inode: entry.inode, text: entry.content.text ?? "" };
}
