import { bytesOf } from "../text/bytes-text.ts";
import type { ParameterExpansionPart } from "unbash";
import { ShellError } from "../interpreter/jumps.ts";
import type { Dialect, Shell } from "../interpreter/shell.ts";
import { assign, isName, valueOf } from "../interpreter/variables.ts";
import { lengthOfPattern, matchesRange } from "./pattern.ts";

/** Value of any parameter but `@` and `*`; undefined where it is not set. */
export function parameterValue(shell: Shell, name: string): string | undefined {
  if (/^\d+$/.test(name)) return name === "0" ? shell.name : shell.parameters[Number(name) - 1];
  switch (name) {
    case "?":
      return String(shell.status);
    case "#":
      return String(shell.parameters.length);
    case "$":
      return String(shell.process.pid);
    case "!":
      return shell.background === undefined ? undefined : String(shell.background);
    case "-":
      return optionLetters(shell);
    default:
      return valueOf(shell, name);
  }
}

/** Letters of `$-` with their options, in the order in which the dialect shows them. */
const LETTERS: Readonly<Record<Dialect, string>> = {
  dash: "u:nounset b:notify a:allexport C:noclobber E:emacs V:vi v:verbose x:xtrace s:stdin n:noexec m:monitor I:ignoreeof f:noglob e:errexit",
  ash: "u:nounset b:notify a:allexport C:noclobber v:verbose x:xtrace c:command s:stdin n:noexec m:monitor I:ignoreeof f:noglob e:errexit",
  bash: "a:allexport b:notify e:errexit f:noglob h:hashall k:keyword m:monitor n:noexec u:nounset v:verbose x:xtrace B:braceexpand C:noclobber E:errtrace T:functrace c:command s:stdin",
};

function optionLetters(shell: Shell): string {
  const { dialect, options } = shell;
  return LETTERS[dialect]
    .split(" ")
    .filter(
      (pair) => options.has(pair.slice(2)) || (dialect === "bash" && (pair[0] === "h" || pair[0] === "B")),
    )
    .map((pair) => pair[0])
    .join("");
}

/** Status with which bash is left by an unset parameter: 127, or 1 where `set -e` or a subshell ends there too. */
const fatalStatus = (shell: Shell): number => (shell.isSubshell || shell.options.has("errexit") ? 1 : 127);

export function unsetError(shell: Shell, name: string): ShellError {
  return shell.dialect === "bash"
    ? new ShellError(
        `${isName(name.replace(/\[.*/, "")) ? "" : "$"}${name}: unbound variable`,
        fatalStatus(shell),
        true,
      )
    : new ShellError(`${name}: parameter not set`, 2, true);
}

export function badSubstitution(shell: Shell, text: string): ShellError {
  if (shell.dialect === "bash") return new ShellError(`${text}: bad substitution`, 1, true);
  return new ShellError(
    shell.dialect === "ash" ? "syntax error: bad substitution" : "Bad substitution",
    2,
    true,
  );
}

/** `${x:?words}`. */
export function required(
  shell: Shell,
  name: string,
  operator: string,
  words: string | undefined,
): ShellError {
  if (words !== undefined && words !== "")
    return new ShellError(`${name}: ${words}`, shell.dialect === "bash" ? fatalStatus(shell) : 2, true);
  if (shell.dialect === "bash")
    return new ShellError(
      `${name}: parameter ${operator === ":?" ? "null or " : ""}not set`,
      fatalStatus(shell),
      true,
    );
  return new ShellError(`${name}: parameter not set${operator === ":?" ? " or null" : ""}`, 2, true);
}

/** `${x=word}` gives the variable a value. */
export function giveDefault(shell: Shell, part: ParameterExpansionPart, value: string): void {
  if (!isName(part.parameter))
    throw shell.dialect === "bash"
      ? new ShellError(`$${part.parameter}: cannot assign in this way`, 1, true)
      : new ShellError(`${part.parameter}: bad variable name`, 2, true);
  assign(shell, part.parameter, value);
}

/** A pattern that is tried at many places of a value; the kernel counts its comparisons. */
function tries(
  shell: Shell,
  value: string,
  pattern: string,
): {
  readonly characters: readonly string[];
  readonly matches: (from: number, to: number) => boolean;
} {
  const characters = [...value];
  const extended = shell.options.has("extglob");
  shell.kernel.spend(characters.length >> 6);
  const matches = (from: number, to: number): boolean => {
    shell.kernel.spend(0);
    return matchesRange(pattern, characters, from, to, extended);
  };
  return { characters, matches };
}

/** `${x#pattern}` and its kind. */
export function trim(shell: Shell, value: string, operator: string, pattern: string): string {
  const { characters, matches } = tries(shell, value, pattern);
  const { length } = characters;
  const longest = operator.length === 2;
  const front = operator.startsWith("#");
  // From the front, shorter cuts first unless the longest is wanted; from the back, the other way round.
  const down = front === longest;
  for (let i = 0; i <= length; i++) {
    const at = down ? length - i : i;
    if (front ? matches(0, at) : matches(at, length))
      return (front ? characters.slice(at) : characters.slice(0, at)).join("");
  }
  return value;
}

/** `${x/pattern/words}` of bash and ash; a NUL in the words is what matched. */
export function replace(
  shell: Shell,
  value: string,
  operator: string,
  pattern: string,
  words: string,
): string {
  if (pattern === "") return value;
  const { characters, matches } = tries(shell, value, pattern);
  const { length } = characters;
  const put = (from: number, to: number): string =>
    words.includes("\0") ? words.replaceAll("\0", () => characters.slice(from, to).join("")) : words;
  if (operator === "/%") {
    for (let at = 0; at < length; at++)
      if (matches(at, length)) return characters.slice(0, at).join("") + put(at, length);
    return value;
  }
  const fixed = lengthOfPattern(pattern, shell.options.has("extglob"));
  const matchAt = (from: number): number | undefined => {
    if (fixed !== undefined)
      return fixed > 0 && from + fixed <= length && matches(from, from + fixed) ? from + fixed : undefined;
    for (let to = length; to > from; to--) if (matches(from, to)) return to;
    return undefined;
  };
  let out = "";
  for (let i = 0; i < length;) {
    const end = matchAt(i);
    if (end !== undefined) {
      out += put(i, end);
      i = end;
      if (operator !== "//") return out + characters.slice(i).join("");
      continue;
    }
    if (operator === "/#") return value;
    out += characters[i++];
  }
  return out;
}

/** Length of a value: dash and ash count bytes, and so does bash where no locale is set. */
export function lengthOf(shell: Shell, text: string): number {
  const locale = valueOf(shell, "LC_ALL") || valueOf(shell, "LC_CTYPE") || valueOf(shell, "LANG") || "";
  shell.kernel.spend(text.length >> 9);
  if (shell.dialect === "dash" || !/utf-?8$/i.test(locale)) return bytesOf(text).length;
  return text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0);
}

/** `${x:1:2}` of bash and ash; both numbers may count from the end. */
export function slice(shell: Shell, value: string, offset: number, length: number | undefined): string {
  shell.kernel.spend(value.length >> 6);
  const characters = [...value];
  const from = offset < 0 ? characters.length + offset : offset;
  if (from < 0) return "";
  const to =
    length === undefined ? characters.length : length < 0 ? characters.length + length : from + length;
  return characters.slice(from, Math.max(from, to)).join("");
}
