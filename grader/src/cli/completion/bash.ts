import type { Command } from "../words/command.ts";
import { named, operandWords, optionsOf } from "./offers.ts";

/* One word a line, since blanks do not part words there: names of files may have them. */
const words = (list: readonly string[]): string => `$(compgen -W $'${list.join("\\n")}' -- "$word")`;
const FILES = '$(compgen -f -- "$word")';

/** For bash from 3.2. A terminal parts words at `=` too: `--report=html` and `html=FILE` are three each. */
export function bash(commands: readonly Command[]): string {
  const values = (command: Command): string =>
    command.options
      .filter(({ value }) => value !== undefined)
      .map(
        ({ name, choices }) =>
          `        --${name}) COMPREPLY=(${choices ? words(choices()) : FILES}); return ;;`,
      )
      .join("\n");
  const cases = commands.map((command) => {
    const flags = optionsOf(command).map(({ name }) => `--${name}`);
    const operands = operandWords(command);
    return `    ${command.name === "" ? "*" : command.name})
      case "$before" in
${values(command) || "        -) ;;"}
      esac
      if [[ $word == -* ]]; then COMPREPLY=(${words(flags)}); return; fi
      COMPREPLY=(${operands.length > 0 ? words(operands) : FILES})
      ;;`;
  });
  /* The one without a name takes what is left. */
  const order = [...cases.slice(1), cases[0] ?? ""];
  return `# bash completion of drydock-grade: source <(drydock-grade completion bash)
_drydock_grade() {
  local IFS=$'\\n' word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [[ $word == = ]]; then word=
  elif [[ $before == = ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  if (( COMP_CWORD == 1 )) && [[ $word != -* ]]; then
    COMPREPLY=(${words(named(commands).map(({ name }) => name))} ${FILES})
    return
  fi
  case "\${COMP_WORDS[1]}" in
${order.join("\n")}
  esac
}
complete -o filenames -F _drydock_grade drydock-grade
`;
}
