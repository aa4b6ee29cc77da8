/** What the runner of GitHub Actions makes of a line of output. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescaped = (text: string): string =>
  text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");

/** The commands in an output; a line that is none is `undefined`. The name ends at the first blank, its fields at the second `::`. */
export const runnerCommands = (output: string): readonly (RunnerCommand | undefined)[] =>
  output
    .split(/\r?\n|\r/)
    .filter((line) => line !== "")
    .map((line) => {
      const end = line.indexOf("::", 2);
      if (!line.startsWith("::") || end < 0) return undefined;
      const [, name = "", fields = ""] = /^(\S*) ?(.*)$/.exec(line.slice(2, end)) ?? [];
      const properties: Record<string, string> = {};
      for (const field of fields.split(",").filter(Boolean)) {
        const at = field.indexOf("=");
        if (at > 0) properties[field.slice(0, at)] = unescaped(field.slice(at + 1));
      }
      return { name, properties, message: unescaped(line.slice(end + 2)) };
    });
