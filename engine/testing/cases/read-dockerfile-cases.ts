import { readKnown } from "../replay/known-lines.ts";
import { LineCursor } from "../replay/line-cursor.ts";
import type { DockerfileCase } from "./dockerfile-case.ts";

/** Reads what `writeDockerfileCases` writes. */
export function readDockerfileCases(name: string, text: string): DockerfileCase[] {
  const cursor = new LineCursor(name, text);
  const cases: DockerfileCase[] = [];
  while (cursor.line !== undefined) {
    if (cursor.line.startsWith("# ")) cases.push(readCase(cursor));
    else if (cursor.line === "") cursor.next();
    else cursor.fail("a case begins with `# id`");
  }
  return cases;
}

function readCase(cursor: LineCursor): DockerfileCase {
  const id = cursor.next().slice(2);
  const dockerfile = cursor.text("| ");
  const input = Object.fromEntries(cursor.lines("< ").map(named));
  const expect: Record<string, unknown> = {};
  for (const line of cursor.lines("= ")) {
    const [name, value] = named(line.trimStart());
    if (name === "commands[]") ((lastOf(expect["stages"])["commands"] ??= []) as unknown[]).push(value);
    else if (name.endsWith("[]")) ((expect[name.slice(0, -2)] ??= []) as unknown[]).push(value);
    else expect[name] = value;
  }
  return { id, dockerfile, input, expect, known: readKnown(cursor) };
}

function named(line: string): [name: string, value: unknown] {
  const at = line.indexOf(" ");
  return [line.slice(0, at), JSON.parse(line.slice(at + 1))];
}

const lastOf = (list: unknown): Record<string, unknown> => (list as Record<string, unknown>[]).at(-1) ?? {};
