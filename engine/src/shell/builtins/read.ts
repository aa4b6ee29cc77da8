import { notSimulated } from "../../core/engine-error.ts";
import { ShellError } from "../interpreter/jumps.ts";
import { setList } from "../interpreter/arrays.ts";
import type { Shell } from "../interpreter/shell.ts";
import { assign, declare, isName, valueOf } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

/** One character of the line, and whether a backslash quoted it. */
interface Character {
  readonly text: string;
  readonly quoted: boolean;
}

const WHITE = " \t\n";

/** Splits a line for `count` variables; the last one takes what is left (POSIX `read`). */
function split(line: readonly Character[], ifs: string, count: number): string[] {
  const isSeparator = (one: Character | undefined): boolean =>
    one !== undefined && !one.quoted && ifs.includes(one.text);
  const isWhite = (one: Character | undefined): boolean =>
    isSeparator(one) && WHITE.includes(one?.text ?? "");
  const out: string[] = [];
  let at = 0;
  while (isWhite(line[at])) at++;
  while (out.length < count - 1 && at < line.length) {
    let field = "";
    while (at < line.length && !isSeparator(line[at])) field += line[at++]?.text;
    out.push(field);
    while (isWhite(line[at])) at++;
    if (isSeparator(line[at])) {
      at++;
      while (isWhite(line[at])) at++;
    }
  }
  let end = line.length;
  while (end > at && isWhite(line[end - 1])) end--;
  const rest = line.slice(at, end);
  // One separator that is not white space may close the last field, when nothing else does.
  if (isSeparator(rest.at(-1)) && rest.filter(isSeparator).length === 1) rest.pop();
  out.push(rest.map(({ text }) => text).join(""));
  while (out.length < count) out.push("");
  return out;
}

/** How many characters `-n` or `-N` asks for. */
const countOf = (options: ReadonlyMap<string, string>): number =>
  Number(options.get("N") ?? options.get("n") ?? Number.POSITIVE_INFINITY);

/** What gives the next line, or the next piece up to the delimiter of `-d` or the length of `-n`. */
function source(shell: Shell, options: ReadonlyMap<string, string>): () => string | undefined {
  const fd = options.get("u");
  const input = fd === undefined ? shell.stdin : shell.descriptors.get(Number(fd))?.input;
  if (input === undefined) throw new ShellError(`${fd}: invalid file descriptor: Bad file descriptor`, 1);
  if (!["d", "n", "N"].some((letter) => options.has(letter))) return () => input.line();
  const end = options.has("N") ? "" : (options.get("d") ?? "\n").slice(0, 1) || "\0";
  return () => {
    if (!input.upTo)
      throw notSimulated("read -n and -d from this input", "the shell would read single characters");
    return input.upTo(end, countOf(options)) || undefined;
  };
}

export const read: Builtin = {
  name: "read",
  run(shell, args) {
    const { options, rest } = optionsOf(
      shell,
      args,
      { dash: "p:r", ash: "p:u:rt:n:sd:", bash: "ersa:d:i:n:N:p:t:u:" }[shell.dialect],
    );
    const raw = options.has("r");
    const array = options.get("a");
    const names = [...rest];
    if (names.length === 0) {
      if (shell.dialect === "dash") throw new ShellError("arg count");
      names.push("REPLY");
    }
    const bad = names.find((name) => !isName(name));
    if (bad !== undefined && shell.dialect === "ash") {
      shell.output(2)?.write(`${shell.applet}: read: '${bad}': bad variable name\n`);
      return 1;
    }
    if (bad !== undefined)
      throw new ShellError(
        shell.dialect === "bash" ? `\`${bad}': not a valid identifier` : `${bad}: bad variable name`,
        shell.dialect === "bash" ? 1 : 2,
      );
    const line: Character[] = [];
    let status = 1;
    const next = source(shell, options);
    const end = options.has("N") ? undefined : (options.get("d") ?? "\n").slice(0, 1) || "\0";
    const most = countOf(options);
    for (let text = next(); text !== undefined; text = next()) {
      shell.kernel.spend(1);
      let goesOn = false;
      for (let i = 0; i < text.length; i++) {
        const character = text[i] ?? "";
        if (character === end) status = 0;
        else if (character !== "\\" || raw) line.push({ text: character, quoted: false });
        else if (text[++i] === "\n") goesOn = true;
        else line.push({ text: text[i] ?? "", quoted: true });
      }
      if (line.length >= most) status = 0;
      if (!goesOn) break;
    }
    const ifs = valueOf(shell, "IFS") ?? WHITE;
    if (array !== undefined) {
      const most = Math.max(1, line.length);
      const fields = split(line, ifs, most);
      while (fields.at(-1) === "") fields.pop();
      setList(declare(shell, array), fields);
      return status;
    }
    const whole = rest.length === 0 && shell.dialect !== "dash";
    const values = whole ? [line.map(({ text }) => text).join("")] : split(line, ifs, names.length);
    names.forEach((name, i) => assign(shell, name, values[i] ?? ""));
    return status;
  },
};
