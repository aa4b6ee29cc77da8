import { gapsSection } from "../real-life/gaps-section.ts";
import type { Outcome } from "../real-life/outcome.ts";
import { type Mutants, mutantRows } from "../mutants.ts";
import type { LedgerRow } from "./ledger.ts";

const WHAT: Readonly<Record<string, string>> = {
  "Dockerfile texts": "syntax, plan and build checks against BuildKit 0.25.2",
  "words of a Dockerfile": "expansion against BuildKit 0.25.2",
  "scripts for dash": "output, errors, exit status and files against dash 0.5.12 with Debian's programs",
  "scripts for busybox ash": "the same against busybox 1.35",
  "at a terminal": "the last screen, and the way of each line up to there",
};

/** The page that says how close the engine is to the real thing, and every place where it is known not to be. */
export function fidelityReport(
  rows: readonly LedgerRow[],
  realLife: readonly Outcome[],
  mutants: Mutants,
): string {
  const groups = [...Map.groupBy(rows, ({ group }) => group)];
  return `${[
    "# Fidelity",
    "",
    "What Drydock's engine says is compared with recordings of the real Docker Engine 28.5.2 (BuildKit 0.25.2), of dash and of busybox,",
    "each time the tests run. A difference that is not listed here fails them, and so does one that is listed and has gone.",
    "This page is written by `npm run transcripts -- fidelity`; the reasons stand beside the recordings, in lines that begin with `~`.",
    "",
    `${count(rows.length)} comparisons, ${rows.filter(differs).length} with a known difference.`,
    "",
    ...table([
      ["group", "what is compared", "comparisons", "the same"],
      ...groups.map(([group, own]) => [
        group,
        WHAT[group] ?? "typed commands and built images",
        count(own.length),
        count(own.filter((row) => !differs(row)).length),
      ]),
    ]),
    "",
    "Not compared: ids and digests beyond which is which, times and durations, the order of steps that run side by side, and commands",
    "that describe the machine they run on (`docker info`, `docker version`). The list is `engine/testing/replay/volatile.ts`.",
    "",
    ...gapsSection(realLife),
    "## Known differences",
    ...groups.flatMap(([group, own]) => section(group, own.filter(differs))),
    "",
    "## Mutation testing",
    "",
    "How much the tests notice: Stryker breaks the code in one place after the other, and a test should fail each time. Run by",
    "`npm run mutants -- AREA`, with the tests that `scripts/mutants/areas.json` names for it. Mutants",
    "of values that are made once, when a file is loaded, are left out; so are tests that only measure how soon something ends.",
    "",
    ...table(mutantRows(mutants)),
    "",
    "Who survives:",
    "",
    ...mutants.survivors.map((line) => `- ${line}`),
  ].join("\n")}\n`;
}

const differs = ({ known }: LedgerRow): boolean => known.size > 0;
const count = (n: number): string => n.toLocaleString("en-US");

/** A table of Markdown, all columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const [head = []] = rows;
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`);
  return [lines[0] ?? "", `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...lines.slice(1)];
}

function section(group: string, rows: readonly LedgerRow[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.flatMap(({ id, step, known }) =>
    [...known].map(([facet, reason]) => ({
      where: step === "" ? code(id) : `${code(id)}, ${code(step)}`,
      facet,
      reason,
    })),
  );
  const byReason = [...Map.groupBy(lines, ({ reason }) => reason)];
  return [
    "",
    `### ${group}`,
    "",
    ...byReason.flatMap(([reason, own]) => [
      `- ${reason}`,
      ...[...Map.groupBy(own, ({ where }) => where)].map(
        ([where, facets]) => `  - ${where}: ${[...new Set(facets.map(({ facet }) => facet))].join(", ")}`,
      ),
    ]),
  ];
}

/** A text between back-ticks, on one line and not too long. */
function code(text: string): string {
  const short = text.length > 100 ? `${text.slice(0, 99)}…` : text;
  return short.includes("`") ? `\`\` ${short} \`\`` : `\`${short}\``;
}
