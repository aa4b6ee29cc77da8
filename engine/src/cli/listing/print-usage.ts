import { humanSize } from "../../core/size.ts";
import { cacheRecords, ownBytes } from "../../daemon/cache/cache-records.ts";
import type { Call } from "../command.ts";
import { type Listing, printRows, rowsOf } from "./rows.ts";
import { compileTemplate } from "../template/template.ts";
import { Typed } from "../template/typed.ts";
import { usageListings } from "./usage-listings.ts";

/** `docker system df -v`: four tables, or a template over the four lists (docker/cli formatter/disk_usage.go, verboseWrite). */
export function printUsage(call: Call, format: string): number {
  const { state } = call.daemon;
  const isTable = format === "" || format === "table";
  const { Images, Containers, Volumes, BuildCache } = usageListings(state, !isTable);
  if (isTable) {
    const cached = ownBytes(cacheRecords(state));
    const table = (title: string, listing: Listing): void => {
      call.out(`${title}\n\n`);
      printRows(call, listing, "");
    };
    table("Images space usage:", Images);
    table("\nContainers space usage:", Containers);
    table("\nLocal Volumes space usage:", Volumes);
    table(`\nBuild cache usage: ${humanSize(cached, 4)}`, BuildCache);
    return 0;
  }
  if (format === "raw") {
    for (const listing of [Images, Containers, Volumes, BuildCache]) printRows(call, listing, "raw");
    return 0;
  }
  const template = compileTemplate(format === "json" ? "{{json .}}" : format.replace(/^table */, ""));
  if ("error" in template) return call.fail(`template parsing error: ${template.error}`);
  const lists = Object.entries({ Images, Containers, Volumes, BuildCache });
  const { text, error } = template.render(
    new Typed(
      "*formatter.diskUsageContext",
      Object.fromEntries(lists.map(([name, listing]) => [name, rowsOf(listing)])),
    ),
  );
  call.out(text);
  return error === undefined ? 0 : call.fail(error);
}
