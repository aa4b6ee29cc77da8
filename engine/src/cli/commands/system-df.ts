import { humanSize } from "../../core/size.ts";
import { isUp } from "../../daemon/container.ts";
import { cacheRecords } from "../../daemon/cache-records.ts";
import type { Command } from "../command.ts";
import { printRows } from "../rows.ts";

export const systemDf: Command = {
  names: ["system df"],
  usage: "[OPTIONS]",
  summary: "Show docker disk usage",
  arity: [0, 0],
  flags: [
    { name: "format", kind: "string", help: "Format output using a custom template" },
    {
      name: "verbose",
      short: "v",
      kind: "bool",
      help: "",
      lacking: "list every image, container, volume and cached step with its size",
    },
  ],
  run(call) {
    const { state } = call.daemon;
    const used = new Set(state.containers.map(({ image }) => image));
    const weight = (images: Iterable<(typeof state.images)[number]>): number =>
      [...new Set([...images].flatMap(({ layers }) => layers))].reduce((sum, { size }) => sum + size, 0);
    const total = weight(state.images);
    const spare = total - weight(used);
    const share = (part: number, whole: number): string =>
      whole > 0 && part > 0
        ? `${humanSize(part, 4)} (${Math.floor((part / whole) * 100)}%)`
        : humanSize(part, 4);
    const records = cacheRecords(state);
    const cached = records.reduce((sum, { size }) => sum + size, 0);
    const mounted = new Set(
      state.containers.flatMap(({ options }) => options.mounts.map(({ source }) => source)),
    );
    const rows = [
      {
        Type: "Images",
        TotalCount: state.images.length,
        Active: used.size,
        Size: humanSize(total, 4),
        Reclaimable: share(spare, total),
      },
      {
        Type: "Containers",
        TotalCount: state.containers.length,
        Active: state.containers.filter((one) => isUp(one, state.time)).length,
        Size: "0B",
        Reclaimable: "0B",
      },
      {
        Type: "Local Volumes",
        TotalCount: state.volumes.size,
        Active: [...state.volumes.keys()].filter((name) => mounted.has(name)).length,
        Size: "0B",
        Reclaimable: "0B",
      },
      {
        Type: "Build Cache",
        TotalCount: records.length,
        Active: 0,
        Size: humanSize(cached, 4),
        Reclaimable: humanSize(cached, 4),
      },
    ].map((row) => ({ ...row, TotalCount: String(row.TotalCount), Active: String(row.Active) }));
    return printRows(
      call,
      {
        type: "*formatter.diskUsageImagesContext",
        headings: {
          Active: "ACTIVE",
          Reclaimable: "RECLAIMABLE",
          Size: "SIZE",
          TotalCount: "TOTAL",
          Type: "TYPE",
        },
        rows,
        columns: ["Type", "TotalCount", "Active", "Size", "Reclaimable"],
        quiet: "Type",
      },
      call.get("format"),
    );
  },
};
