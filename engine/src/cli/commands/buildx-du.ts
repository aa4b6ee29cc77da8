import { humanSize } from "../../core/size.ts";
import { type CacheRecord, cacheRecords, ownBytes } from "../../daemon/cache/cache-records.ts";
import { builderProblem, buildxFlags } from "../build/buildx-flags.ts";
import { cacheFilter } from "../cache/cache-filter.ts";
import { cacheParagraphs, goTime } from "../cache/cache-text.ts";
import type { Call, Command } from "../command.ts";
import { printRows } from "../listing/rows.ts";
import { ago } from "../listing/time-text.ts";

export const buildxDu: Command = {
  names: ["buildx du"],
  usage: "",
  summary: "Disk usage",
  arity: [0, 0],
  flags: [
    ...buildxFlags,
    { name: "filter", kind: "list", value: "filter", help: "Provide filter values" },
    { name: "format", kind: "string", help: "Format the output" },
    { name: "verbose", kind: "bool", help: 'Shorthand for "--format=pretty"' },
  ],
  run(call) {
    const fail = (reason: string): number => call.fail(`ERROR: ${reason}`);
    if (call.on("verbose") && call.get("format") !== "")
      return fail("--format and --verbose cannot be used together");
    const missing = builderProblem(call.get("builder"));
    if (missing !== undefined) return fail(missing);
    const filters = call.all("filter");
    const chosen = cacheFilter(
      filters,
      (texts) => `failed to call diskusage: failed to parse diskusage filters [${texts}]: `,
    );
    if (typeof chosen === "string") return fail(chosen);
    const records = cacheRecords(call.daemon.state)
      .filter(chosen.pass)
      .toSorted((a, b) => a.size - b.size || (a.id < b.id ? -1 : 1));
    const format = call.on("verbose") ? "pretty" : call.get("format");
    const isTable = format === "" || format.startsWith("table");
    if (format === "pretty") call.out(cacheParagraphs(records, call.daemon.state.time));
    else {
      const status = printRecords(call, records, format, isTable);
      if (status !== 0) return status;
    }
    if (filters.length === 0 && /^(?:table|pretty)?$/.test(format)) call.out(totals(records));
    return 0;
  },
};

/** A table marks what can be changed and what an image has, too. */
const printRecords = (
  call: Call,
  records: readonly CacheRecord[],
  format: string,
  isTable: boolean,
): number =>
  printRows(
    { ...call, fail: (reason: string) => call.fail(`ERROR: ${reason}`) },
    {
      type: "*commands.diskusageContext",
      headings: {
        CreatedAt: "CREATED AT",
        Description: "DESCRIPTION",
        ID: "ID",
        LastUsedAt: "LAST ACCESSED",
        Mutable: "MUTABLE",
        Parents: "PARENTS",
        Reclaimable: "RECLAIMABLE",
        Shared: "SHARED",
        Size: "SIZE",
        Type: "TYPE",
        UsageCount: "USAGE COUNT",
      },
      rows: records.map(({ id, type, description, parent, size, mutable, shared, use }) => ({
        CreatedAt: goTime(use.created),
        Description: description,
        ID: id + (isTable && mutable ? "*" : ""),
        LastUsedAt: ago(call.daemon.state.time, use.used),
        Mutable: mutable,
        Parents: parent === undefined ? null : [parent],
        Reclaimable: true,
        Shared: shared,
        Size: humanSize(size) + (isTable && shared ? "*" : ""),
        Type: type,
        UsageCount: use.count,
      })),
      columns: ["ID", "Reclaimable", "Size", "LastUsedAt"],
      quiet: "ID",
    },
    format,
  );

function totals(records: readonly CacheRecord[]): string {
  const all = records.reduce((sum, { size }) => sum + size, 0);
  const own = ownBytes(records);
  const parts = all > own ? `Shared:\t\t${humanSize(all - own, 4)}\nPrivate:\t${humanSize(own, 4)}\n` : "";
  return `${parts}Reclaimable:\t${humanSize(all, 4)}\nTotal:\t\t${humanSize(all, 4)}\n`;
}
