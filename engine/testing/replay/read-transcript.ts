import { readKnown } from "./known-lines.ts";
import { LineCursor } from "./line-cursor.ts";
import { takePath } from "./quoted-path.ts";
import { readImage } from "./read-image.ts";
import { readPlacedFile } from "./read-placed-file.ts";
import type { Step, Transcript } from "./transcript.ts";

/**
 * Reads a transcript: `# title`, then steps. `$` is typed, `|` is its stdout, `!` its stderr, `?` its exit status where that is
 * not 0; `+` is a file that lies there, `@` is something done, `=` what an image must be; `~` says where we are known to differ.
 *
 * @throws with name, line number and line for what is none of these.
 */
export function readTranscript(name: string, text: string): Transcript {
  const cursor = new LineCursor(name, text);
  if (!cursor.line?.startsWith("# ")) cursor.fail("a transcript begins with `# title`");
  const title = cursor.next().slice(2);
  const steps: Step[] = [];
  while (cursor.line !== undefined) {
    if (cursor.line === "") cursor.next();
    else steps.push(readStep(cursor));
  }
  return { title, steps };
}

function readStep(cursor: LineCursor): Step {
  const line = cursor.line ?? "";
  const rest = line.slice(2);
  switch (line.slice(0, 2)) {
    case "+ ":
      return { kind: "place", ...readPlacedFile(cursor, 2) };
    case "@ ":
      return readOperation(cursor, rest);
    case "$ ":
      cursor.next();
      return {
        kind: "command",
        line: rest,
        stdout: cursor.text("| "),
        stderr: cursor.text("! "),
        exitCode: cursor.line?.startsWith("? ") ? Number(cursor.next().slice(2)) : 0,
        known: readKnown(cursor),
      };
    case "= ":
      return { ...readImage(cursor), known: readKnown(cursor) };
    default:
      return cursor.fail("not a line of a transcript");
  }
}

function readOperation(cursor: LineCursor, line: string): Step {
  const { path: kind, rest } = takePath(line);
  if (kind === "write") return { kind, ...readPlacedFile(cursor, "@ write ".length) };
  const { path, rest: more } = takePath(rest);
  switch (kind) {
    case "touch":
    case "rm":
      cursor.next();
      return { kind, path };
    case "chmod":
      cursor.next();
      return { kind, mode: path, path: takePath(more).path };
    case "mv":
      cursor.next();
      return { kind, path, to: takePath(more).path };
    case "sleep":
      cursor.next();
      return { kind, seconds: Number(path) };
    case "run":
      cursor.next();
      return { kind, line: rest };
    default:
      return cursor.fail("not an operation");
  }
}
