import type { ParsedScript } from "unbash";
import { ROOT } from "../../vfs/file-system.ts";
import { contentOf } from "../text/bytes-text.ts";
import type { Shell } from "../interpreter/shell.ts";

const FOLDER = "/dev/fd";

function newFile(shell: Shell, text: string, mode: number): string {
  const files = shell.process.files.as(ROOT);
  if (!files.exists(FOLDER)) files.mkdir(FOLDER, 0o755);
  // ash counts upwards (`evalbackcmd`), bash downwards.
  const [first, step] = shell.dialect === "ash" ? [64, 1] : [63, -1];
  let number = first;
  while (files.exists(`${FOLDER}/${number}`)) number += step;
  const path = `${FOLDER}/${number}`;
  files.write(path, contentOf(text), mode);
  return path;
}

/** `<(…)` of bash: runs the commands at once and gives the name of a file with what they print, line feeds kept. */
export function substituteFile(shell: Shell, script: ParsedScript): string {
  const text = shell.interpreter.printed(shell, script.commands, {
    text: script.source ?? shell.source.text,
    line: shell.line,
  });
  return newFile(shell, text, 0o444);
}

/** `>(…)` of bash: gives the name of a file; its commands read what was written to it when the command has ended (`drainSinks`). */
export function substituteSink(shell: Shell, script: ParsedScript): string {
  const path = newFile(shell, "", 0o666);
  const source = { text: script.source ?? shell.source.text, line: shell.line };
  shell.sinks.push({ path, commands: script.commands, source });
  return path;
}
