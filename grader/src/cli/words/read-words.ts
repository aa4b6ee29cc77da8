import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { didYouMean } from "../../look/words/did-you-mean.ts";
import type { Command } from "./command.ts";
import { commands, gradeCommand } from "../commands/index.ts";
import { UsageError } from "../exit-status.ts";
import { usageOf } from "./usage.ts";
import { Words } from "./words.ts";

/** What the words of the command line ask for. */
export type Called =
  | { readonly kind: "version" }
  /** Without a command of all of them. */
  | { readonly kind: "help"; readonly command: Command | undefined }
  | { readonly kind: "run"; readonly command: Command; readonly words: Words };

/** @throws {UsageError} */
export function readWords(given: readonly string[]): Called {
  const [first, ...rest] = given;
  if (first === "help" && rest.length <= 1)
    return { kind: "help", command: rest[0] === undefined ? undefined : commandNamed(rest[0]) };
  const named = commands.find(({ name }) => name !== "" && name === first);
  const command = named ?? gradeCommand;
  const { values, positionals } = parse(command, named ? rest : given);
  if (values.help === true) return { kind: "help", command: named };
  if (values.version === true) return { kind: "version" };
  if (given.length === 0) throw new UsageError("LESSON and SUBMISSION are missing");
  checkOperands(command, positionals);
  const options = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(values))
    options.set(name, Array.isArray(value) ? value.map(String) : [String(value)]);
  return { kind: "run", command, words: new Words(positionals, options) };
}

function commandNamed(name: string): Command {
  const command = commands.find((each) => each.name === name && name !== "");
  if (command) return command;
  throw new UsageError(`no command is called ${JSON.stringify(name)}${meant(name)}`);
}

const meant = (name: string): string => {
  const near = didYouMean(
    name,
    commands.map((each) => each.name).filter((each) => each !== ""),
  );
  return near === undefined || near === name ? "" : `; did you mean ${near}?`;
};

function checkOperands({ name, operands }: Command, given: readonly string[]): void {
  const many = operands.some((operand) => operand.endsWith("..."));
  const fits = many || given.length === operands.length;
  if (fits && operands.every((operand, i) => allowed(operand, given[i]))) return;
  const expected = `expected ${[name, ...operands].filter(Boolean).join(" ")}`;
  const [word] = given;
  if (name !== "" || word === undefined) throw new UsageError(expected);
  /* One word alone that is no path was meant as a command. */
  const unknown =
    given.length === 1 && !existsSync(word) ? `no command is called ${JSON.stringify(word)}; ` : "";
  throw new UsageError(`${unknown}${expected}${meant(word)}`);
}

/* `a|b` in lower case names the very words. */
const allowed = (operand: string, given: string | undefined): boolean =>
  operand.endsWith("...") ||
  (given !== undefined && (!/^[a-z-]+(?:\|[a-z-]+)*$/.test(operand) || operand.split("|").includes(given)));

function parse(command: Command, given: readonly string[]): ReturnType<typeof parseArgs> {
  const options = Object.fromEntries([
    ...command.options.map(({ name, value, many }) => [
      name,
      { type: value === undefined ? ("boolean" as const) : ("string" as const), multiple: many ?? false },
    ]),
    ["help", { type: "boolean" as const, short: "h" }],
    ["version", { type: "boolean" as const }],
  ]) as NonNullable<Parameters<typeof parseArgs>[0]>["options"];
  try {
    return parseArgs({ args: [...given], options: options ?? {}, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error);
    const [, option = ""] = /'--?([\w-]+)/.exec(message) ?? [];
    const near = didYouMean(
      option,
      command.options.map(({ name }) => name),
    );
    throw new UsageError(
      `${message}${near === undefined || near === option ? "" : `; did you mean --${near}?`}\nUsage: ${usageOf(command)}`,
    );
  }
}
