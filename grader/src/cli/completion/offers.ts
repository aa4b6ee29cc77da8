import type { Command, Option } from "../words/command.ts";

/** The commands that have a name of their own. */
export const named = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ name }) => name !== "");

/** Words that an operand may be: `rubric|report`. */
export const operandWords = ({ operands }: Command): readonly string[] =>
  operands.flatMap((operand) => (/^[a-z-]+(?:\|[a-z-]+)+$/.test(operand) ? operand.split("|") : []));

/** The options of a command, the one that all have with them. */
export const optionsOf = ({ options }: Command): readonly Option[] => [...options, HELP];
const HELP: Option = { name: "help", summary: "tells of this command." };

/** As much of a summary as stands beside a word in a list: its first part. */
export function inShort({ summary, short }: { readonly summary: string; readonly short?: string }): string {
  const first = (short ?? summary).split(/[;:.](?: |$)/)[0] ?? "";
  return first.length <= 72 ? first : `${first.slice(0, 71).replace(/\s+\S*$/, "")} …`;
}
