import { parseDockerfile } from "@drydock/engine";

/** A file of a solution with one thing done otherwise. */
export interface Mutant {
  readonly line: number;
  /** The instruction and what became of it: `EXPOSE 5000 dropped`. A rubric that tolerates the change names it so. */
  readonly what: string;
  readonly text: string;
}

const MOST = 400;
/** The last part of a RUN where it throws something away. */
const TIDY =
  /(?<=^RUN\b[^]*)(?:\s|\\\n)*&&(?:\s|\\\n)*((?:rm|apt-get (?:clean|autoremove|purge)|apk del|npm cache|pip cache)\b(?:[^&\n]|\\\n)*)$/i;
const LONG_NUMBER = /(?<![\w.])(\d{4,5})(?![\w.])/g;
const ANY_PORT = /(?<![\w.])(\d{1,5})(?![\w.])/g;

/** Every small way in which a right Dockerfile could have been written otherwise, a change at a time. */
export function mutantsOf(text: string): readonly Mutant[] {
  const lines = text.split("\n");
  const pieces = parseDockerfile(text)
    .stages.flatMap(({ from, instructions }) => [
      from.range.start.line,
      ...instructions.map((each) => each.range.start.line),
    ])
    .map((line, i, all) => {
      let end = (all[i + 1] ?? lines.length + 1) - 1;
      while (end > line && /^\s*(?:#|$)/.test(lines[end - 1] ?? "")) end--;
      return { line, end, text: lines.slice(line - 1, end).join("\n") };
    });
  const out: Mutant[] = [];
  const replace = (from: number, to: number, by: readonly string[], what: string): void => {
    const mutated = [...lines.slice(0, from - 1), ...by, ...lines.slice(to)].join("\n");
    if (mutated !== text && out.length < MOST) out.push({ line: from, what, text: mutated });
  };
  for (const [i, piece] of pieces.entries()) {
    const next = pieces[i + 1];
    const name = nameOf(piece.text);
    const change = (by: string, what: string): void => {
      if (by !== piece.text) replace(piece.line, piece.end, [by], `${name} ${what}`);
    };
    if (/^FROM\b/i.test(piece.text)) {
      change(
        piece.text.replace(/^(FROM(?:\s+--\S+)*\s+)\S+/i, "$1debian:bookworm-slim"),
        "with another base",
      );
      change(piece.text.replace(/^(FROM(?:\s+--\S+)*\s+[^\s:@]+):[^\s@]+/i, "$1"), "without its tag");
      continue;
    }
    replace(piece.line, piece.end, [], `${name} dropped`);
    if (next && !/^FROM\b/i.test(next.text)) {
      replace(piece.line, next.end, [next.text, piece.text], `${name} and ${nameOf(next.text)} swapped`);
      if (/^RUN\s+(?![[-])/i.test(piece.text) && /^RUN\s+(?![[-])/i.test(next.text))
        replace(
          piece.line,
          next.end,
          [`${piece.text} && ${next.text.replace(/^RUN\s+/i, "")}`],
          `${name} and ${nameOf(next.text)} merged`,
        );
    }
    if (/^RUN\b[^]*&&/i.test(piece.text))
      change(
        piece.text
          .replaceAll("\\\n", " ")
          .split(/\s*&&\s*/)
          .map((part, n) => (n === 0 ? part : `RUN ${part}`))
          .join("\n"),
        "split",
      );
    change(piece.text.replace(TIDY, "\nRUN $1"), "with its clean-up in a RUN of its own");
    if (/^COPY\b/i.test(piece.text))
      change(piece.text.replace(/^(COPY(?:\s+--\S+)*)\s+.+?\s+(\S+)$/i, "$1 . $2"), "widened");
    if (/^(?:COPY|ADD)\s+--chown/i.test(piece.text))
      change(piece.text.replace(/\s--chown=\S+/i, ""), "without --chown");
    if (/^(?:CMD|ENTRYPOINT)\s+\[/i.test(piece.text))
      change(
        piece.text.replace(/\[([^]*)\]/, (_, words: string) =>
          words.replaceAll(/",\s*"/g, " ").replaceAll('"', ""),
        ),
        "in shell form",
      );
    change(unpinned(piece.text), "unpinned");
    change(
      piece.text.replaceAll(/^EXPOSE\b/i.test(piece.text) ? ANY_PORT : LONG_NUMBER, (port) =>
        String(Number(port) + 1),
      ),
      "with another number",
    );
    change(piece.text.replaceAll("0.0.0.0", "127.0.0.1"), "with another host");
    if (/^USER\b/i.test(piece.text)) change("USER root", "with another user");
  }
  return out;
}

/** An installation without the versions that it names: pip's `==`, apt's and apk's `=`, npm's `@`. */
function unpinned(text: string): string {
  const without = text.replaceAll(/(?<=[\w\]])==[\w.*]+/g, "");
  if (/\b(?:apt-get|apt|apk)\b/.test(without))
    return without.replaceAll(/(?<=\s[a-z0-9][a-z0-9.+-]*)=\d[\w.:~+*-]*/g, "");
  return /\bnpm\b/.test(without) ? without.replaceAll(/(?<=\s@?[a-z][\w./-]*)@[\d^~][\w.-]*/g, "") : without;
}

const NAME = 40;

/** The instruction's first line, cut short. */
function nameOf(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > NAME ? `${line.slice(0, NAME - 1).trim()}…` : line.trim();
}

/** An ignore file with one of its patterns left out, each in turn. */
export const ignoreMutants = (text: string): readonly Mutant[] =>
  text
    .split("\n")
    .slice(0, MOST)
    .flatMap((pattern, i, lines) =>
      pattern.trim() === "" || pattern.startsWith("#")
        ? []
        : [
            {
              line: i + 1,
              what: `${pattern.trim()} no longer ignored`,
              text: lines.toSpliced(i, 1).join("\n"),
            },
          ],
    );
