import type { Call } from "../command.ts";
import { compileTemplate } from "../template/template.ts";
import { Row, type Value } from "../template/value.ts";
import { tabulate } from "../text/table.ts";

/** What a command lists, before a `--format` picks from it. */
export interface Listing {
  /** Go's name of the row type, for template errors: `*formatter.imageContext`. */
  readonly type: string;
  /** Heading by field; a field that no table shows has one too. */
  readonly headings: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, Value>>[];
  /** Labels of each row's object, for `.Label "name"`; undefined: these objects have none. */
  readonly labels?: readonly Readonly<Record<string, string>>[];
  /** Fields of the plain table, in order. */
  readonly columns: readonly string[];
  /** The one field that `-q` prints. */
  readonly quiet: string;
  /** `-q` counts more than a template does. */
  readonly quietWins?: boolean;
  /** The templates of `--format raw`: of all, and of `-q`. */
  readonly raw?: { readonly all: string; readonly quiet: string };
}

/** What stands over a column of one label: the last part of its name (docker/cli formatter/custom.go). */
const labelHeading = (name: string): string => (name.split(".").at(-1) ?? "").replaceAll(/[-_]/g, " ");

/** The template that `--format` and `-q` mean; one that begins with `table` is a table's. */
function formatOf({ columns, quiet, quietWins, raw }: Listing, asked: string, isQuiet: boolean): string {
  const format = asked === "" ? "table" : asked;
  if (isQuiet && (format === "table" || quietWins)) return `{{.${quiet}}}`;
  if (format === "table") return `table ${columns.map((name) => `{{.${name}}}`).join("\t")}`;
  if (format === "raw" && raw) return isQuiet ? raw.quiet : raw.all;
  return format;
}

/** The rows as a template sees them. */
export const rowsOf = ({ type, rows, labels }: Listing): readonly Row[] =>
  rows.map(
    (fields, i) => new Row(type, fields, labels && { Label: (name: string) => labels[i]?.[name] ?? "" }),
  );

/** Prints a listing as `--format` and `-q` ask: the table, `table …`, `json`, or a template for each row (docker/cli formatter/formatter.go). */
export function printRows(call: Call, listing: Listing, asked: string, quiet = false): number {
  const format = formatOf(listing, asked, quiet);
  const isTable = format.startsWith("table");
  const source = (isTable ? format.slice("table".length) : format === "json" ? "{{json .}}" : format)
    .replace(/^ +| +$/g, "")
    .replaceAll("\\t", "\t")
    .replaceAll("\\n", "\n");
  const template = compileTemplate(source);
  if ("error" in template) return call.fail(`template parsing error: ${template.error}`);
  const lines: string[] = [];
  for (const row of rowsOf(listing)) {
    const { text, error } = template.render(row);
    if (error !== undefined) return call.fail(`template parsing error: ${error}`);
    lines.push(text);
  }
  if (isTable) {
    const heading = new Row(listing.type, listing.headings, listing.labels && { Label: labelHeading });
    lines.unshift(template.renderHeading(heading).text);
  }
  if (lines.length === 0) return 0;
  call.out(`${isTable ? tabulate(lines.join("\n")) : lines.join("\n")}\n`);
  return 0;
}
