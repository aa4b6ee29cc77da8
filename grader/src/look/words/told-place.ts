import type { Cause } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { textOf } from "../../edit.ts";
import { find } from "../files/files.ts";
import { imageOfSubject } from "../image.ts";

/** Characters of what a program says that are looked at, from the end. */
const MOST = 4000;

/** How programs name a line of a file: a Python traceback, a shell, nginx, Node. */
const PLACES = [
  /File "(?<path>[^"\n]+)", line (?<line>\d+)/g,
  /^(?<path>[^\s:]+): (?:line )?(?<line>\d+): /gm,
  / in (?<path>\/[^\s:]+):(?<line>\d+)$/gm,
  /^(?<path>\/[^\s:]+):(?<line>\d+)$/gm,
];

/**
 * The line of the submission's own program that its last words blame.
 *
 * Undefined where the words blame no line, or one of a file that the image has otherwise than it was handed in; where the lesson's solution has
 * that very file, so that something else must be wrong; and where a module is missing, since that is for the image to bring.
 */
export function toldPlace(subject: Subject, said: string): Cause | undefined {
  const words = said.slice(-MOST);
  if (/ModuleNotFoundError|Cannot find module/.test(words)) return undefined;
  const { tree, config } = imageOfSubject(subject);
  for (const pattern of PLACES) {
    for (const { groups } of [...words.matchAll(pattern)].toReversed()) {
      const { path = "", line = "" } = groups ?? {};
      const absolute = path.startsWith("/") ? path : `${config.config.WorkingDir || ""}/${path}`;
      const entry = find(tree, absolute)[0]?.entry;
      const text = entry?.kind === "file" ? entry.content.text : undefined;
      const file = text === undefined ? undefined : handedIn(subject, text, path);
      const source = text?.split("\n")[Number(line) - 1];
      if (file === undefined || source === undefined) continue;
      const end = { line: Number(line), column: source.length + 1 };
      return { file, range: { start: { line: Number(line), column: 1 }, end } };
    }
  }
  return undefined;
}

/** The submission's file with that text, and that name if several have it, unless the solution has it too. */
function handedIn(subject: Subject, text: string, path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const same = Object.keys(subject.files).filter((file) => subject.text(file) === text);
  const file = same.find((each) => each === name || each.endsWith(`/${name}`)) ?? same[0];
  return file === undefined || textOf(subject.lesson.solution[file]) === text ? undefined : file;
}
