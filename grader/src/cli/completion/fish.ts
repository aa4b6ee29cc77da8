import type { Command } from "../words/command.ts";
import { inShort, named, operandWords, optionsOf } from "./offers.ts";

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, "\\$&")}'`;

/** For fish from 3. What follows the program decides: a command, or a lesson, behind which there is no command any more. */
export function fish(commands: readonly Command[]): string {
  const names = named(commands).map(({ name }) => name);
  const add = (when: string, rest: string): string => `complete -c drydock-grade -n ${quoted(when)} ${rest}`;
  const lines = named(commands).map(({ name, summary }) =>
    add("__fish_use_subcommand", `-a ${name} -d ${quoted(inShort({ summary }))}`),
  );
  for (const command of commands) {
    const when =
      command.name === ""
        ? `not __fish_seen_subcommand_from ${names.join(" ")}`
        : `__fish_seen_subcommand_from ${command.name}`;
    const words = operandWords(command);
    if (words.length > 0) lines.push(add(when, `-f -a ${quoted(words.join(" "))}`));
    for (const option of optionsOf(command)) {
      const { name, value, choices } = option;
      /* Behind a word and a `=` stands a file. */
      const only = value?.includes("=") ? "-r" : "-x";
      const takes = value === undefined ? "" : choices ? ` ${only} -a ${quoted(choices().join(" "))}` : " -r";
      lines.push(add(when, `-l ${name}${takes} -d ${quoted(inShort(option))}`));
    }
  }
  return `# fish completion of drydock-grade: drydock-grade completion fish > ~/.config/fish/completions/drydock-grade.fish\n${lines.join("\n")}\n`;
}
