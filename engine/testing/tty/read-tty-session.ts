import { LineCursor } from "../replay/line-cursor.ts";
import { readKnown } from "../replay/known-lines.ts";
import { readPlacedFile } from "../replay/read-placed-file.ts";
import type { TtyCommand, TtySession } from "./tty-session.ts";

/**
 * Reads a session at a terminal: `# title`, `@ terminal 100x30`, `+` files, then commands. `>` is a time in seconds, the bytes that
 * came then follow after `|`; `<` is what was typed, and when.
 *
 * @throws with name, line number and line for what is none of these.
 */
export function readTtySession(name: string, text: string): TtySession {
  const cursor = new LineCursor(name, text);
  if (!cursor.line?.startsWith("# ")) cursor.fail("a session begins with `# title`");
  const title = cursor.next().slice(2);
  const [, columns, rows] = /^@ terminal (\d+)x(\d+)$/.exec(cursor.line ?? "") ?? [];
  if (columns === undefined) cursor.fail("`@ terminal COLUMNSxROWS` comes next");
  cursor.next();
  const files: TtySession["files"][number][] = [];
  const commands: TtyCommand[] = [];
  while (cursor.line !== undefined) {
    if (cursor.line === "") cursor.next();
    else if (cursor.line.startsWith("+ ")) files.push(readPlacedFile(cursor, 2));
    else commands.push(readCommand(cursor));
  }
  return { title, columns: Number(columns), rows: Number(rows), files, commands };
}

function readCommand(cursor: LineCursor): TtyCommand {
  if (!cursor.line?.startsWith("$ ")) return cursor.fail("not a line of a session");
  const line = cursor.next().slice(2);
  const typed: TtyCommand["typed"][number][] = [];
  const pieces: TtyCommand["pieces"][number][] = [];
  for (let mark = ""; (mark = cursor.line?.slice(0, 2) ?? "") === "> " || mark === "< ";) {
    const [, at = "", text = ""] = /^. (\S+)(?: (.*))?$/.exec(cursor.next()) ?? [];
    if (mark === "< ") typed.push({ at: Number(at), text: JSON.parse(text) as string });
    else pieces.push({ at: Number(at), text: cursor.text("| ") });
  }
  const exitCode = cursor.line?.startsWith("? ") ? Number(cursor.next().slice(2)) : 0;
  return { line, typed, pieces, exitCode, known: readKnown(cursor) };
}
