import { parse, type Word } from "unbash";

/** A text as one word of a script. */
export function wordOf(text: string): Word {
  const command = parse(`: ${text}`).commands[0]?.command;
  const word = command?.type === "Command" ? command.suffix[0] : undefined;
  return word?.type === "Word" ? word : { type: "Word", text, value: text, pos: 0, end: 0 };
}
