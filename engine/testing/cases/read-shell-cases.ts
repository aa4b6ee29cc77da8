import { readKnown } from "../replay/known-lines.ts";
import { LineCursor } from "../replay/line-cursor.ts";
import { plain } from "../replay/marked-lines.ts";
import { readPlacedFile } from "../replay/read-placed-file.ts";
import type { ShellCase } from "./shell-case.ts";

/** Reads what `writeShellCases` writes. */
export function readShellCases(name: string, text: string): ShellCase[] {
  const cursor = new LineCursor(name, text);
  const cases: ShellCase[] = [];
  while (cursor.line !== undefined) {
    if (cursor.line.startsWith("# ")) cases.push(readCase(cursor));
    else if (cursor.line === "") cursor.next();
    else cursor.fail("a case begins with `# id`");
  }
  return cases;
}

function readCase(cursor: LineCursor): ShellCase {
  const id = cursor.next().slice(2);
  const script = plain(cursor.lines("$ ").join("\n"));
  const stdout = cursor.text("| ");
  const stderr = cursor.text("! ");
  const exitCode = cursor.line?.startsWith("? ") ? Number(cursor.next().slice(2)) : 0;
  const changed: ShellCase["changed"][number][] = [];
  while (cursor.line?.startsWith("+ ")) {
    const varies = cursor.line.endsWith(" varies");
    changed.push({ ...readPlacedFile(cursor, 2), varies });
  }
  const gone = cursor.lines("- ");
  return { id, script, stdout, stderr, exitCode, changed, gone, known: readKnown(cursor) };
}
