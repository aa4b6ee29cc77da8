import type { Call } from "./command.ts";
import { compileTemplate } from "./template/template.ts";
import { json, Row } from "./template/value.ts";
import { tabulate } from "./text/table.ts";

/** What a command lists, before a `--format` picks from it. */
export interface Listing {
  /** Go's name of the row type, for template errors: `*formatter.imageContext`. */
  readonly type: string;
  /** Heading by field; a field that no table shows has one too. */
  readonly headings: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Labels of each row's object, for `.Label "name"`; undefined: these objects have none. */
  readonly labels?: readonly Readonly<Record<string, string>>[];
  /** Fields of the plain table, in order. */
  readonly columns: readonly string[];
  /** The one field that `-q` prints. */
  readonly quiet: string;
}

const unescape = (format: string): string => format.replaceAll("\\t", "\t").replaceAll("\\n", "\n");

/** What stands over a column of one label: the last part of its name (docker/cli formatter/custom.go). */
const labelHeading = (name: string): string => (name.split(".").at(-1) ?? "").replaceAll(/[-_]/g, " ");

/** Prints a listing as `--format` and `-q` ask: the table, `table …`, `json`, or a template for each row. */
export function printRows(call: Call, listing: Listing, format: string, quiet = false): number {
  const { labels } = listing;
  const rows = listing.rows.map(
    (fields, i) => new Row(listing.type, fields, labels && { Label: (name) => labels[i]?.[name] ?? "" }),
  );
  const heading = new Row(listing.type, listing.headings, labels && { Label: labelHeading });
  const plain = format === "" || format === "table";
  if (quiet && plain) {
    for (const row of rows) call.out(`${row.fields.get(listing.quiet) ?? ""}\n`);
    return 0;
  }
  if (format === "json") {
    for (const row of rows) call.out(`${json(row)}\n`);
    return 0;
  }
  const isTable = plain || format.startsWith("table ");
  const source = plain
    ? listing.columns.map((name) => `{{.${name}}}`).join("\t")
    : unescape(isTable ? format.slice(6).trimStart() : format);
  const template = compileTemplate(source);
  if ("error" in template) return call.fail(`template parsing error: ${template.error}`);
  const lines: string[] = [];
  if (isTable) lines.push(template.renderHeading(heading).text);
  for (const row of rows) {
    const { text, error } = template.render(row);
    if (error !== undefined) return call.fail(`template parsing error: ${error}`);
    lines.push(text);
  }
  if (lines.length === 0) return 0;
  call.out(`${isTable ? tabulate(lines.join("\n")) : lines.join("\n")}\n`);
  return 0;
}
