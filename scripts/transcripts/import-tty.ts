import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readTtySession } from "../../engine/testing/tty/read-tty-session.ts";
import type { TtyCommand, TtySession } from "../../engine/testing/tty/tty-session.ts";
import { writeTtySession } from "../../engine/testing/tty/write-tty-session.ts";
import { CASES } from "./places.ts";
import { writeIfChanged } from "./write-if-changed.ts";

interface RecordedSession {
  readonly id: string;
  readonly title: string;
  readonly files: Readonly<Record<string, { readonly content?: string } | string>>;
  readonly steps: readonly {
    readonly cmd: string;
    readonly exit: number;
    readonly keys: readonly (readonly [number, string])[] | null;
    readonly cols: number;
    readonly rows: number;
    readonly chunks: readonly (readonly [number, string])[];
  }[];
}

/** Pieces that come this soon after one another, in seconds, were one write. */
const AT_ONCE = 0.002;

/** Brings the sessions at a terminal in; known differences stay. @returns how many files changed. */
export function importTty(folder: string): number {
  const file = join(folder, "tty/tty.json");
  if (!existsSync(file)) return 0;
  const sessions = JSON.parse(readFileSync(file, "utf8")) as RecordedSession[];
  let changed = 0;
  for (const recorded of sessions) {
    const path = join(CASES, `${recorded.id}.txt`);
    const before = existsSync(path) ? readTtySession(path, readFileSync(path, "utf8")).commands : [];
    changed += Number(writeIfChanged(path, writeTtySession(sessionOf(recorded, before))));
  }
  return changed;
}

function sessionOf({ title, files, steps }: RecordedSession, before: readonly TtyCommand[]): TtySession {
  const [first] = steps;
  const typed = steps.map(({ cmd }) => cmd).join("\n");
  // The recording's registry remembered other sessions; a fresh one is given what that one could mount.
  const fresh = (text: string): string =>
    text.replaceAll(/Mounted from (\S+)/g, (line, repository: string) =>
      typed.includes(repository) ? line : "Pushed",
    );
  return {
    title,
    columns: first?.cols ?? 80,
    rows: first?.rows ?? 24,
    files: Object.entries(files).map(([path, file]) => ({
      path,
      file: { kind: "text", text: typeof file === "string" ? file : (file.content ?? "") },
    })),
    commands: steps.map(({ cmd, exit, keys, chunks }, i) => ({
      line: cmd,
      exitCode: exit,
      typed: (keys ?? []).map(([at, text]) => ({ at, text })),
      pieces: joined(chunks).map(({ at, text }) => ({ at, text: fresh(text) })),
      known: before[i]?.known ?? new Map(),
    })),
  };
}

function joined(chunks: RecordedSession["steps"][number]["chunks"]): TtyCommand["pieces"] {
  const pieces: { at: number; text: string }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, text] of chunks) {
    const piece = pieces.at(-1);
    if (piece && at - last <= AT_ONCE) piece.text += text;
    else pieces.push({ at, text });
    last = at;
  }
  return pieces;
}
