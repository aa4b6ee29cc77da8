/**
 * An event of bash's history in a line, with words of it and what is done to them: `!!`, `!5`, `!-2`, `!docker`, `!?build?`, `!$`,
 * `!!:2`, `!run:s/a/b/`. A `!` before white space, `=` or `(` is none.
 */
const EVENT =
  /!(?:(!|-?\d+|\?[^?\n]+\??|[A-Za-z_./][^\s;|&"':$^*()<>=!]*)(?::([\^$*]|\d+(?:-[\d$]*)?\*?|-\d+)|([\^$*]))?|:?([\^$*]))((?::(?:[htrep]|g?s\/(?:[^/\n]*)\/(?:[^/\n]*)\/?))*)/g;
const QUICK = /^\^([^^\n]+)\^([^^\n]*)\^?$/;

/** What stood in the place of an event; `word` names what is not there. */
class NotThere extends Error {}

/**
 * The line with what it recalls of the history in place (bash, history expansion): nothing within single quotes or behind a
 * backslash. `error` is bash's line where there is no such event.
 */
export function recalledLine(line: string, lines: readonly string[]): string | { readonly error: string } {
  const quick = QUICK.exec(line);
  if (quick) {
    const [, from = "", to = ""] = quick;
    const last = lines.at(-1) ?? "";
    return last.includes(from)
      ? last.replace(from, () => to)
      : { error: `bash: :s${line}: substitution failed\n` };
  }
  if (!line.includes("!")) return line;
  try {
    return line
      .split(/('[^']*'|\\.)/s)
      .map((part, i) =>
        i % 2 === 1
          ? part
          : part.replaceAll(EVENT, (whole: string, ...found: (string | undefined)[]) => {
              const [event = "!", word, short, alone, changes = ""] = found;
              return recalled(whole, lines, { event, word: word ?? short ?? alone, changes });
            }),
      )
      .join("");
  } catch (error) {
    if (error instanceof NotThere) return { error: `bash: ${error.message}\n` };
    throw error;
  }
}

interface Recall {
  readonly event: string;
  readonly word: string | undefined;
  readonly changes: string;
}

function recalled(whole: string, lines: readonly string[], { event, word, changes }: Recall): string {
  const line = eventOf(event, lines);
  if (line === undefined) throw new NotThere(`${whole}: event not found`);
  const words = word === undefined ? line : wordsOf(line, word);
  if (words === undefined) throw new NotThere(`${/:[^:]*/.exec(whole)?.[0] ?? whole}: bad word specifier`);
  return [...changes.matchAll(/:(?:([htrep])|(g?)s\/([^/\n]*)\/([^/\n]*)\/?)/g)].reduce(
    (text, [change, kind, all, from = "", to = ""]) => {
      if (kind !== undefined) return pathPart(text, kind);
      if (!text.includes(from)) throw new NotThere(`${change}: substitution failed`);
      return all ? text.replaceAll(from, () => to) : text.replace(from, () => to);
    },
    words,
  );
}

function eventOf(event: string, lines: readonly string[]): string | undefined {
  if (event === "!") return lines.at(-1);
  if (/^-\d+$/.test(event)) return lines.at(Number(event));
  if (/^\d+$/.test(event)) return lines[Number(event) - 1];
  if (event.startsWith("?")) return lines.findLast((one) => one.includes(event.replaceAll("?", "")));
  return lines.findLast((one) => one.startsWith(event));
}

/** Words as the shell splits them; `0` is the command. */
function wordsOf(line: string, word: string): string | undefined {
  const words = line.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs) ?? [];
  const last = words.length - 1;
  if (word === "$") return words[last];
  if (word === "*") return words.slice(1).join(" ");
  if (word === "^") return words[1];
  const [from = "", to] = word.replace("*", "").split("-");
  const first = Number(from);
  const end =
    word.endsWith("*") || to === "$" ? last : to === undefined ? first : to === "" ? last - 1 : Number(to);
  return first > last || end > last ? undefined : words.slice(first, end + 1).join(" ");
}

/** `:h` the folder, `:t` the name, `:r` without its ending, `:e` the ending alone; `:p` is shown and run here. */
function pathPart(text: string, kind: string): string {
  const slash = text.lastIndexOf("/");
  const dot = text.lastIndexOf(".");
  if (kind === "h") return slash < 0 ? text : text.slice(0, slash);
  if (kind === "t") return text.slice(slash + 1);
  if (kind === "r") return dot <= slash ? text : text.slice(0, dot);
  return kind === "e" ? text.slice(dot) : text;
}
