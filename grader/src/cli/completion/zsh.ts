import type { Command } from "../words/command.ts";
import { inShort, named, operandWords, optionsOf } from "./offers.ts";

/* In single quotes nothing but the quote itself means anything; zsh gives brackets and colons a meaning of their own. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const plain = (text: string): string => text.replaceAll(/[[\]:\\]/g, "\\$&");

/** For zsh from 5. */
export function zsh(commands: readonly Command[]): string {
  const cases = named(commands).map(
    (command) => `    ${command.name}) shift words; (( CURRENT-- )); _arguments -S ${specs(command)} ;;`,
  );
  const list = named(commands).map(({ name, summary }) => quoted(`${name}:${plain(inShort({ summary }))}`));
  const [grade] = commands;
  return `#compdef drydock-grade
# zsh completion of drydock-grade: put it as _drydock-grade into a folder of $fpath
_drydock_grade() {
  local -a all
  all=(${list.join(" ")})
  if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then _describe command all; _files; return; fi
  case $words[2] in
${cases.join("\n")}
    *) _arguments -S ${grade ? specs(grade) : ""} ;;
  esac
}
_drydock_grade "$@"
`;
}

/** What `_arguments` takes: the options with their values, then the operands. */
function specs(command: Command): string {
  const words = operandWords(command);
  return [
    ...optionsOf(command).map((option) => {
      const { name, value, many, choices } = option;
      const action = !choices ? "_files" : value?.includes("=") ? keyed(choices()) : list(choices());
      const taken = value === undefined ? "" : `:${plain(value)}:${action}`;
      return quoted(
        `${many ? "*" : ""}--${name}${value === undefined ? "" : "="}[${plain(inShort(option))}]${taken}`,
      );
    }),
    quoted(`*:word:${words.length > 0 ? list(words) : "_files"}`),
  ].join(" ");
}

const list = (words: readonly string[]): string => (words.length === 0 ? " " : `(${words.join(" ")})`);

/* Behind the word and a `=` stands a file; a blank instead takes the `=` away again. */
const keyed = (words: readonly string[]): string =>
  `{ if compset -P "*="; then _files; else compadd -S = -q ${words.join(" ")}; fi }`;
