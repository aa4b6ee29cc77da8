import { humanSize } from "../../core/size.ts";
import { isUp, treeAt } from "../../daemon/containers/container.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { layerSize } from "../../vfs/layer-tar.ts";
import { cacheRecords, ownBytes } from "../../daemon/cache/cache-records.ts";
import { FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { sharedBytes } from "../listing/shared-bytes.ts";
import { printUsage } from "../listing/print-usage.ts";
import { printRows } from "../listing/rows.ts";

export const systemDf: Command = {
  names: ["system df"],
  usage: "[OPTIONS]",
  summary: "Show docker disk usage",
  arity: [0, 0],
  flags: [
    { name: "format", kind: "string", help: FORMAT_HELP },
    {
      name: "verbose",
      short: "v",
      kind: "bool",
      help: "Show detailed information on space usage",
    },
  ],
  run(call) {
    const { state } = call.daemon;
    if (call.on("verbose")) return printUsage(call, call.get("format"));
    const used = new Set(state.containers.map(({ image }) => image));
    const total = [...new Set(state.images.flatMap(({ layers }) => layers))].reduce(
      (sum, { size }) => sum + size,
      0,
    );
    // What images in use have for themselves; what they share counts as free (docker/cli formatter/disk_usage.go).
    const shared = sharedBytes(state.images);
    const spare = total - [...used].reduce((sum, image) => sum + image.size - shared(image), 0);
    const share = (part: number, whole: number): string =>
      whole > 0 && part > 0
        ? `${humanSize(part, 4)} (${Math.floor((part / whole) * 100)}%)`
        : humanSize(part, 4);
    const records = cacheRecords(state);
    const cached = ownBytes(records);
    const mounted = new Set(
      state.containers.flatMap(({ options }) => options.mounts.map(({ source }) => source)),
    );
    const bytesOf = (containers: typeof state.containers): number =>
      containers.reduce((sum, one) => sum + layerSize(one.image.tree, treeAt(one, state.time)), 0);
    const written = bytesOf(state.containers);
    const idle = bytesOf(state.containers.filter((one) => !isUp(one, state.time)));
    const volumes = [...state.volumes.values()].map(({ name, tree }) => ({
      size: layerSize(emptyDirectory(), tree),
      isLoose: !mounted.has(name),
    }));
    const stored = volumes.reduce((sum, { size }) => sum + size, 0);
    const loose = volumes.reduce((sum, { size, isLoose }) => sum + (isLoose ? size : 0), 0);
    const part = (some: number, whole: number): string =>
      whole > 0 ? `${humanSize(some, 4)} (${Math.floor((some / whole) * 100)}%)` : humanSize(some, 4);
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
        Size: humanSize(written, 4),
        Reclaimable: part(idle, written),
      },
      {
        Type: "Local Volumes",
        TotalCount: state.volumes.size,
        Active: [...state.volumes.keys()].filter((name) => mounted.has(name)).length,
        Size: humanSize(stored, 4),
        Reclaimable: part(loose, stored),
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
        raw: {
          all: "type: {{.Type}}\ntotal: {{.TotalCount}}\nactive: {{.Active}}\nsize: {{.Size}}\nreclaimable: {{.Reclaimable}}\n",
          quiet: "{{.Type}}",
        },
      },
      call.get("format"),
    );
  },
};
