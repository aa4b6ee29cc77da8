import type { Cause } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { effectiveArgv } from "./start.ts";
import { find } from "../files/files.ts";
import { imageOfSubject } from "../image.ts";

/**
 * The line of the program that names the address or the port on which it listens, where that is one line of a file of the submission which
 * the container starts just as it was handed in. `listens` are `HOST:PORT`.
 */
export function addressCause(
  subject: Subject,
  facts: Readonly<Record<string, unknown>> = {},
): Cause | undefined {
  const { loopback, listens } = facts;
  if (!Array.isArray(listens) || listens.length !== 1) return undefined;
  const [host = "", port = ""] = String(listens[0]).split(/:(?=\d+$)/);
  const words = loopback === true ? [host, ...(host === "127.0.0.1" ? ["localhost"] : [])] : [port];
  const named = (text: string): boolean =>
    words.some((word) => new RegExp(`(?<![\\w.])${word.replaceAll(/\W/g, "\\$&")}(?![\\w.])`).test(text));
  const image = imageOfSubject(subject);
  const argv = effectiveArgv(image);
  if (argv.some(named)) return undefined;
  for (const word of argv) {
    const name = word.slice(word.lastIndexOf("/") + 1);
    const path = word.startsWith("/")
      ? word
      : `${image.config.config.WorkingDir || ""}/${word.replace(/^\.\//, "")}`;
    const [found] = find(image.tree, path);
    if (found?.entry.kind !== "file") continue;
    const file = Object.keys(subject.files).find((each) => each === name || each.endsWith(`/${name}`));
    const text = file === undefined ? undefined : subject.text(file);
    if (file === undefined || text === undefined || found.entry.content.text !== text) continue;
    const lines = text.split("\n").flatMap((line, i) => (named(line) ? [{ line, number: i + 1 }] : []));
    const [only, another] = lines;
    if (!only || another) return undefined;
    const { line, number } = only;
    return {
      file,
      range: { start: { line: number, column: 1 }, end: { line: number, column: line.length + 1 } },
    };
  }
  return undefined;
}
