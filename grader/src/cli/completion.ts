import type { Command, Option } from "./command.ts";

/** Shells that a script can be made for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** A script that completes commands, options and their values; made of the descriptions, so that it cannot say anything else than help. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  switch (shell) {
    case "bash":
      return bash(commands);
    case "zsh":
      return zsh(commands);
    case "fish":
      return fish(commands);
  }
}

const named = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ name }) => name !== "");

/** Words that an operand may be: `rubric|report`. */
const operandWords = ({ operands }: Command): readonly string[] =>
  operands.flatMap((operand) => (/^[a-z-]+(?:\|[a-z-]+)+$/.test(operand) ? operand.split("|") : []));

const optionsOf = ({ options }: Command): readonly Option[] => [...options, HELP];
const HELP: Option = { name: "help", summary: "tells of this command." };

function bash(commands: readonly Command[]): string {
  const values = (command: Command): string =>
    command.options
      .filter(({ value }) => value !== undefined)
      .map(({ name, choices }) => {
        const reply = choices
          ? `$(compgen -W "${choices().join(" ")}" -- "$word")`
          : '$(compgen -f -- "$word")';
        return `        --${name}) COMPREPLY=(${reply}); return ;;`;
      })
      .join("\n");
  const cases = commands.map((command) => {
    const flags = optionsOf(command).map(({ name }) => `--${name}`);
    const words = operandWords(command);
    return `    ${command.name === "" ? "*" : command.name})
      case "$before" in
${values(command) || "        -) ;;"}
      esac
      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "${flags.join(" ")}" -- "$word")); return; fi
      COMPREPLY=($(compgen ${words.length > 0 ? `-W "${words.join(" ")}"` : "-f"} -- "$word"))
      ;;`;
  });
  /* The one without a name takes what is left. */
  const order = [...cases.slice(1), cases[0] ?? ""];
  const first = named(commands).map(({ name }) => name);
  return `# bash completion of drydock-grade: source <(drydock-grade completion bash)
_drydock_grade() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if (( COMP_CWORD == 1 )) && [[ $word != -* ]]; then
    COMPREPLY=($(compgen -W "${first.join(" ")}" -- "$word") $(compgen -f -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${order.join("\n")}
  esac
}
complete -o filenames -F _drydock_grade drydock-grade
`;
}

/* In single quotes nothing but the quote itself means anything; zsh gives brackets and colons a meaning of their own. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const zshText = (text: string): string => text.replaceAll(/[[\]:\\]/g, "\\$&");

function zsh(commands: readonly Command[]): string {
  const specs = (command: Command): string[] => [
    ...optionsOf(command).map(({ name, value, many, summary, choices }) => {
      const action = choices ? `(${choices().join(" ")})` : "_files";
      return quoted(
        `${many ? "*" : ""}--${name}[${zshText(summary)}]${value === undefined ? "" : `:${zshText(value)}:${action}`}`,
      );
    }),
    quoted(`*:word:${operandWords(command).length > 0 ? `(${operandWords(command).join(" ")})` : "_files"}`),
  ];
  const cases = named(commands).map(
    (command) =>
      `    ${command.name}) shift words; (( CURRENT-- )); _arguments ${specs(command).join(" ")} ;;`,
  );
  const [plain] = commands;
  return `#compdef drydock-grade
# zsh completion of drydock-grade: put it as _drydock-grade into a folder of $fpath
_drydock_grade() {
  local -a all
  all=(${named(commands)
    .map(({ name, summary }) => quoted(`${name}:${zshText(summary)}`))
    .join(" ")})
  if (( CURRENT == 2 )); then _describe command all; _files; return; fi
  case $words[2] in
${cases.join("\n")}
    *) _arguments ${plain ? specs(plain).join(" ") : ""} ;;
  esac
}
_drydock_grade "$@"
`;
}

function fish(commands: readonly Command[]): string {
  const names = named(commands).map(({ name }) => name);
  const none = `not __fish_seen_subcommand_from ${names.join(" ")}`;
  const lines = named(commands).map(
    ({ name, summary }) => `complete -c drydock-grade -n ${quoted(none)} -a ${name} -d ${fishText(summary)}`,
  );
  for (const command of commands) {
    const when = quoted(command.name === "" ? none : `__fish_seen_subcommand_from ${command.name}`);
    const words = operandWords(command);
    if (words.length > 0) lines.push(`complete -c drydock-grade -n ${when} -f -a ${quoted(words.join(" "))}`);
    for (const { name, value, summary, choices } of optionsOf(command)) {
      const takes = value === undefined ? "" : choices ? ` -x -a ${quoted(choices().join(" "))}` : " -r";
      lines.push(`complete -c drydock-grade -n ${when} -l ${name}${takes} -d ${fishText(summary)}`);
    }
  }
  return `# fish completion of drydock-grade: drydock-grade completion fish > ~/.config/fish/completions/drydock-grade.fish\n${lines.join("\n")}\n`;
}

const fishText = (text: string): string => `'${text.replaceAll(/['\\]/g, "\\$&")}'`;
