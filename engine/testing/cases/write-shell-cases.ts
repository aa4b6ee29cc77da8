import { knownLines } from "../replay/known-lines.ts";
import { markedLines, shown } from "../replay/marked-lines.ts";
import { placedLines } from "../replay/placed-lines.ts";
import type { ShellCase } from "./shell-case.ts";

/** Cases as text: `# id`, `$ script`, `| stdout`, `! stderr`, `? exit status`, `+ left behind`, `- gone`, `~ known difference`. */
export const writeShellCases = (cases: readonly ShellCase[]): string =>
  cases.map((one) => `${lines(one).join("\n")}\n`).join("\n");

function lines({ id, script, stdout, stderr, exitCode, changed, gone, known }: ShellCase): string[] {
  return [
    `# ${id}`,
    ...shown(script)
      .split("\n")
      .map((line) => `$ ${line}`.trimEnd()),
    ...markedLines("| ", stdout),
    ...markedLines("! ", stderr),
    ...(exitCode === 0 ? [] : [`? ${exitCode}`]),
    ...changed.flatMap(({ path, file, varies }) => {
      const [head = "", ...rest] = placedLines("+ ", path, file);
      return varies ? [`${head} varies`] : [head, ...rest];
    }),
    ...gone.map((path) => `- ${path}`),
    ...knownLines(known),
  ];
}
