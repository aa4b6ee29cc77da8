import type { ParsedScript } from "unbash";
import { ROOT } from "../../vfs/file-system.ts";
import { contentOf } from "../bytes-text.ts";
import type { Shell } from "../interpreter/shell.ts";

const FOLDER = "/dev/fd";

/** `<(…)` of bash: runs the commands at once and gives the name of a file with what they print, line feeds kept. */
export function substituteFile(shell: Shell, script: ParsedScript): string {
  const files = shell.process.files.as(ROOT);
  const text = shell.interpreter.printed(shell, script.commands, {
    text: script.source ?? shell.source.text,
    line: shell.line,
  });
  if (!files.exists(FOLDER)) files.mkdir(FOLDER, 0o755);
  let number = 63;
  while (files.exists(`${FOLDER}/${number}`)) number--;
  const path = `${FOLDER}/${number}`;
  files.write(path, contentOf(text), 0o444);
  return path;
}
