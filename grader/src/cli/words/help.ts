import { checks } from "../../checks/index.ts";
import type { Command, Option } from "./command.ts";
import { commands } from "../commands/index.ts";
import { usageOf } from "./usage.ts";
import { wrapped } from "../output/wrapped.ts";

const WIDTH = 104;
const INDENT = 28;

/** What `--help` prints for one command. */
export const helpOf = (command: Command): string =>
  `${usageOf(command)}\n\n${sentence(command.summary)}\n${[...(command.about ?? [])].map((line) => `${line}\n`).join("")}${optionList(command.options)}`;

/** What `--help` prints without a command. */
export const help = (): string => `Judges a Dockerfile by what its build does.

${commands.map((command) => `  ${usageOf(command)}\n      ${sentence(command.summary)}\n`).join("")}
drydock-grade COMMAND --help tells more of each. --version prints the version.

Exit status: 0 graded, whatever the verdicts; 1 under --fail-under; 2 wrong usage; 3 the lesson is broken;
4 some submission was refused or could not be graded; 5 an internal error; 130 interrupted. Of several the first
of 3, 5, 4, 1. NO_COLOR turns colours off.

Checks: ${wrapped(checks.map(({ name }) => name).join(", "), WIDTH, 8)}.
`;

const optionList = (options: readonly Option[]): string =>
  options.length === 0
    ? ""
    : `\n${options
        .map(({ name, value, many, summary }) => {
          const head = `  --${name}${value === undefined ? "" : ` ${value}`}${many ? " ..." : ""}`;
          return `${head.padEnd(INDENT - 1)} ${wrapped(summary, WIDTH, INDENT)}\n`;
        })
        .join("")}`;

const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);
