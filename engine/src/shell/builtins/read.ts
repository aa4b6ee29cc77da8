import { ShellError } from "../interpreter/jumps.ts";
import { setList } from "../interpreter/arrays.ts";
import { assign, declare, isName, valueOf } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";

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

export const read: Builtin = {
  name: "read",
  run(shell, args) {
    let raw = false;
    let array: string | undefined;
    let at = 0;
    for (; at < args.length && /^-./.test(args[at] ?? ""); at++) {
      const word = args[at] ?? "";
      if (word === "--") {
        at++;
        break;
      }
      for (const letter of word.slice(1)) {
        if (letter === "r") raw = true;
        else if (letter === "p" || letter === "t" || (shell.dialect !== "dash" && "nuda".includes(letter))) {
          if (letter === "a") array = args[at + 1];
          at++;
          break;
        } else if (letter !== "s")
          throw new ShellError(
            shell.dialect === "bash"
              ? `-${letter}: invalid option`
              : `${shell.dialect === "dash" ? "Illegal" : "illegal"} option -${letter}`,
          );
      }
    }
    const names = args.slice(at);
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
    for (let text = shell.stdin.line(); text !== undefined; text = shell.stdin.line()) {
      shell.kernel.spend(1);
      let goesOn = false;
      for (let i = 0; i < text.length; i++) {
        const character = text[i] ?? "";
        if (character === "\n") status = 0;
        else if (character !== "\\" || raw) line.push({ text: character, quoted: false });
        else if (text[++i] === "\n") goesOn = true;
        else line.push({ text: text[i] ?? "", quoted: true });
      }
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
    const whole = args[at] === undefined && shell.dialect !== "dash";
    const values = whole ? [line.map(({ text }) => text).join("")] : split(line, ifs, names.length);
    names.forEach((name, i) => assign(shell, name, values[i] ?? ""));
    return status;
  },
};
