import { knownLines } from "../replay/known-lines.ts";
import { markedLines } from "../replay/marked-lines.ts";
import type { DockerfileCase, Reading } from "./dockerfile-case.ts";

/**
 * Cases as text: `# id`, the Dockerfile behind `| `, other input as `< name value`, and a line for each thing that BuildKit reads:
 * `= name value`, or one `= name[] value` for each row of a list. A stage's commands stand below it.
 */
export const writeDockerfileCases = (cases: readonly DockerfileCase[]): string =>
  cases.map((one) => `${lines(one).join("\n")}\n`).join("\n");

const lines = ({ id, dockerfile, input, expect, known }: DockerfileCase): string[] => [
  `# ${id}`,
  ...markedLines("| ", dockerfile),
  ...Object.entries(input).map(([name, value]) => `< ${name} ${JSON.stringify(value)}`),
  ...readingLines(expect),
  ...knownLines(known),
];

function readingLines(reading: Reading): string[] {
  return Object.entries(reading).flatMap(([name, value]) => {
    if (!Array.isArray(value)) return [`= ${name} ${JSON.stringify(value)}`];
    return value.flatMap((row: Reading) => {
      if (name !== "stages") return [`= ${name}[] ${JSON.stringify(row)}`];
      const { commands = [], ...stage } = row as { commands?: readonly unknown[] };
      return [
        `= stages[] ${JSON.stringify(stage)}`,
        ...commands.map((command) => `=   commands[] ${JSON.stringify(command)}`),
      ];
    });
  });
}
