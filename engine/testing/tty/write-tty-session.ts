import { knownLines } from "../replay/known-lines.ts";
import { markedLines } from "../replay/marked-lines.ts";
import { placedLines } from "../replay/placed-lines.ts";
import type { TtySession } from "./tty-session.ts";

/** The text of a session at a terminal; reading it gives the session again. */
export const writeTtySession = ({ title, columns, rows, files, commands }: TtySession): string =>
  `${[
    `# ${title}`,
    `@ terminal ${columns}x${rows}`,
    ...files.flatMap(({ path, file }) => placedLines("+ ", path, file)),
    ...commands.flatMap(({ line, typed, pieces, exitCode, known }) => [
      "",
      `$ ${line}`,
      ...typed.map(({ at, text }) => `< ${at} ${JSON.stringify(text)}`),
      ...pieces.flatMap(({ at, text }) => [`> ${at}`, ...markedLines("| ", text)]),
      ...(exitCode === 0 ? [] : [`? ${exitCode}`]),
      ...knownLines(known),
    ]),
  ].join("\n")}\n`;
