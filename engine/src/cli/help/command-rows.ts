/** Names and what they do, below one another, by name (docker/cli's template pads to the longest of all commands of Docker). */
export const commandRows = (rows: ReadonlyMap<string, string>): string =>
  [...rows]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, summary]) => `  ${name.padEnd(11)} ${summary}`.trimEnd())
    .join("\n");
