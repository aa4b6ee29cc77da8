import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import createHost from "../oracle.ts";
import type { CheckedFile, Row } from "../replay/checked.ts";
import { loadBases } from "../replay/load-bases.ts";
import type { Machine } from "../replay/machine.ts";
import { placeFile } from "../replay/place-file.ts";
import { Ids } from "../replay/volatile.ts";
import type { LineResult } from "../../src/host/workstation.ts";
import { compareTty, markedScreen } from "./compare-tty.ts";
import { readTtySession } from "./read-tty-session.ts";
import { screensOf } from "./screen-lines.ts";
import { ttyBytes } from "./tty-bytes.ts";
import type { TtyCommand } from "./tty-session.ts";
import { writeTtySession } from "./write-tty-session.ts";

const FOLDER = join(import.meta.dirname, "../testdata/tty");

/** The recorded sessions at a terminal, by name. */
export const ttyFiles = (): { readonly id: string; readonly path: string; readonly text: string }[] =>
  readdirSync(FOLDER)
    .toSorted()
    .map((file) => ({ id: `tty/${file.replace(/\.txt$/, "")}`, path: join(FOLDER, file) }))
    .map((file) => ({ ...file, text: readFileSync(file.path, "utf8") }));

/** Replays all sessions at a terminal, and compares what stands on the screen. */
export async function checkTty(): Promise<CheckedFile[]> {
  const bases = loadBases();
  const checked: CheckedFile[] = [];
  for (const { id, path, text } of ttyFiles()) {
    const session = readTtySession(id, text);
    const machine = createHost({ bases, terminal: true } as Parameters<typeof createHost>[0]) as Machine & {
      run(line: string, typed: readonly string[]): LineResult;
    };
    for (const { path: at, file } of session.files) placeFile(machine, at, file);
    const ids = [new Ids(), new Ids()] as const;
    const rows = new Map<TtyCommand, Row>();
    for (const command of session.commands) {
      const { exitCode, output } = machine.run(
        command.line,
        command.typed.map((each) => each.text.replace(/\r$/, "\n")),
      );
      const [theirs = [], ours = []] = await Promise.all(
        [command.pieces.map((piece) => piece.text).join(""), ttyBytes(output, session)].map(
          async (bytes, i) =>
            (await screensOf(bytes, session)).map((screen) => markedScreen(screen, ids[i === 0 ? 0 : 1])),
        ),
      );
      const differences = compareTty(theirs, ours);
      if (exitCode !== command.exitCode)
        differences.push({ facet: "exit", told: `exit is ${exitCode}, in Docker ${command.exitCode}` });
      rows.set(command, { id, step: command.line, known: command.known, differences });
    }
    const print: CheckedFile["print"] = (known) =>
      writeTtySession({
        ...session,
        commands: session.commands.map((command) => {
          const row = rows.get(command);
          return row ? { ...command, known: known(row) } : command;
        }),
      });
    checked.push({ path, group: "tty", text, rows: [...rows.values()], print });
  }
  return checked;
}
