import type { Outcome } from "./outcome.ts";

/** The part of docs/fidelity.md about Dockerfiles in the style of real projects: how many build, and where the others stop. */
export function gapsSection(outcomes: readonly Outcome[]): string[] {
  const stopped = outcomes.filter(({ gap }) => gap !== undefined);
  const byGap = Map.groupBy(stopped, ({ gap }) => gap ?? "");
  return [
    "## Real-life Dockerfiles",
    "",
    `${outcomes.length} Dockerfiles in the style of official images and real projects are built; they lie in`,
    `\`engine/testing/testdata/real-life\`. ${outcomes.length - stopped.length} build. ${stopped.length} stop at something that Drydock does not model, and say so:`,
    "",
    ...[...byGap].flatMap(([gap, own]) => [
      `- ${gap.replaceAll("|", "\\|")}`,
      `  - ${own.map(({ name }) => `\`${name}\``).join(", ")}`,
    ]),
    "",
  ];
}
