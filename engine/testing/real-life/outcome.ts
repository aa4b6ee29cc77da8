/** What is known of a real-life Dockerfile: that it builds and what its container prints, or the gap that it stops at. */
export interface Outcome {
  readonly name: string;
  /** Drydock's words where it does not model what the Dockerfile needs; undefined: it builds. */
  readonly gap: string | undefined;
  /** Lines typed after the build, and what they print: `|` stdout, `!` stderr, `?` exit status where it is not 0. */
  readonly commands: readonly { readonly line: string; readonly prints: string }[];
}

/** Reads `# name`, then `~ gap` or `$ command` with what it prints. */
export const readOutcomes = (text: string): readonly Outcome[] =>
  text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [name = "", ...lines] = part.trimEnd().split("\n");
      const gap = lines.find((line) => line.startsWith("~ "))?.slice(2);
      const commands = lines
        .join("\n")
        .split(/^\$ /m)
        .slice(1)
        .map((typed) => {
          const [line = "", ...prints] = typed.trimEnd().split("\n");
          return { line, prints: prints.join("\n") };
        });
      return { name, gap, commands };
    });

/** The text that `readOutcomes` reads. */
export const writeOutcomes = (outcomes: readonly Outcome[]): string =>
  outcomes
    .map(({ name, gap, commands }) =>
      [
        `# ${name}`,
        ...(gap === undefined ? [] : [`~ ${gap}`]),
        ...commands.flatMap(({ line, prints }) => [`$ ${line}`, ...(prints === "" ? [] : [prints])]),
        "",
      ].join("\n"),
    )
    .join("");
