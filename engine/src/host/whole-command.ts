import { isOpen } from "../shell/interactive/is-open.ts";
import type { Process } from "../shell/process.ts";

/** Characters of one command; nobody types more, and each further line is read with all before it. */
const LONGEST = 100_000;

/**
 * A line with the lines that go on with it: a loop without its `done`, an open quote, a here-document. bash asks for each with its
 * PS2. At the end of the input the command is what it is.
 */
export function wholeCommand(line: string, { stdin, stderr, kernel }: Process): string {
  let text = `${line}\n`;
  while (text.length < LONGEST && isOpen(text, "bash")) {
    kernel.spend(1 + (text.length >> 3));
    stderr.write("> ");
    const more = stdin.line();
    if (more === undefined) break;
    text += more;
  }
  return text.replace(/\n$/, "");
}
