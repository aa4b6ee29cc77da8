import type { Entry } from "../../vfs/entry.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { humanBlocks } from "../tree/listing.ts";
import { complain, type Options } from "../options/options.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { SIMULATED_MACHINE } from "../simulated-machine.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, statOf } from "../tree/tree.ts";

/** A file system as df has it: sizes in KiB. */
interface Mounted {
  readonly source: string;
  readonly type: string;
  readonly total: number;
  readonly used: number;
  readonly available: number;
  readonly on: string;
}

const { disk, memory } = SIMULATED_MACHINE;
const overlay: Mounted = { source: "overlay", type: "overlay", ...disk, on: "/" };
const inMemory = (source: string, total: number, on: string): Mounted => ({
  source,
  type: "tmpfs",
  total,
  used: 0,
  available: total,
  on,
});

/** What Docker mounts into each container on Linux, in its order (moby's `oci/defaults.go`); tmpfs over masked folders has half of the memory. */
const MOUNTED: readonly Mounted[] = [
  overlay,
  inMemory("tmpfs", 65_536, "/dev"),
  inMemory("shm", 65_536, "/dev/shm"),
  { source: "/dev/sda1", type: "ext4", ...disk, on: "/etc/hosts" },
  inMemory("tmpfs", memory / 2, "/proc/acpi"),
  inMemory("tmpfs", memory / 2, "/sys/firmware"),
];

/** Files that each container gets over its image's, from the machine's disk. */
const OWN = ["/etc/hosts", "/etc/hostname", "/etc/resolv.conf"];

/** Where volumes, folders of the host and the like are mounted. */
const foreign = (process: Process): readonly string[] =>
  process.files
    .mountPoints()
    .filter((path) => !OWN.includes(path) && !/^\/(?:dev|proc|sys)(?:\/|$)/.test(path));

const isBelow = (path: string, folder: string): boolean =>
  folder === "/" || path === folder || path.startsWith(`${folder}/`);

/** The file system that a path is on: the longest place that something is mounted on. */
function holding(process: Process, path: string): Mounted {
  const place = foreign(process).find((one) => isBelow(path, one));
  const given = process.kernel.allowances.memory;
  const size = place === undefined ? undefined : given.get(place);
  if (place !== undefined && size !== undefined) {
    const total = size === 0 ? memory / 2 : size;
    const used = blocksBelow(process, place);
    return { ...inMemory("tmpfs", total, place), used, available: Math.max(0, total - used) };
  }
  if (place !== undefined)
    throw notSimulated(`the file system that is mounted on ${place}`, "show its device and its size");
  if (/^\/(?:proc|sys)(?:\/|$)/.test(path))
    throw notSimulated(`the size of ${path}`, "show a file system without blocks");
  let found = overlay;
  if (OWN.includes(path)) return { ...overlay, source: "/dev/sda1", type: "ext4", on: path };
  for (const one of MOUNTED) if (isBelow(path, one.on) && one.on.length >= found.on.length) found = one;
  const shared = given.get("/dev/shm");
  return shared !== undefined && found.on === "/dev/shm" ? inMemory("shm", shared, "/dev/shm") : found;
}

/** KiB of the pages that files below a path take. */
function blocksBelow(process: Process, path: string): number {
  process.kernel.flush();
  let pages = 0;
  const count = (entry: Entry): void => {
    process.kernel.spend(1);
    if (entry.kind === "file") pages += Math.ceil(entry.content.size / 4096);
    if (entry.kind === "directory") for (const child of entry.children.values()) count(child);
  };
  const entry = process.files.stat(path);
  if (typeof entry !== "string") count(entry);
  return pages * 4;
}

/** coreutils takes a part of a percent for a whole one; busybox rounds. */
function percent({ used, available }: Mounted, flavour: Flavour): string {
  const share = (100 * used) / Math.max(1, used + available);
  return `${flavour === "gnu" ? Math.ceil(share) : Math.round(share)}%`;
}

function sizeIn(options: Options, flavour: Flavour): (kibibytes: number) => string {
  if (options.has("h"))
    return (size) => {
      const text = humanBlocks(size * 1024, flavour);
      return flavour === "busybox" && /^\d+[A-Z]$/.test(text) ? text.replace(/(?=[A-Z])/, ".0") : text;
    };
  return (size) => String(options.has("m") ? Math.ceil(size / 1024) : size);
}

function gnu(rows: readonly Mounted[], options: Options): string {
  const size = sizeIn(options, "gnu");
  const posix = options.has("P");
  const total = options.has("h")
    ? "Size"
    : options.has("m")
      ? posix
        ? "1048576-blocks"
        : "1M-blocks"
      : posix
        ? "1024-blocks"
        : "1K-blocks";
  const head = [
    "Filesystem",
    ...(options.has("T") ? ["Type"] : []),
    total,
    "Used",
    options.has("h") && !posix ? "Avail" : "Available",
    posix ? "Capacity" : "Use%",
    "Mounted on",
  ];
  const cells = rows.map((row) => [
    row.source,
    ...(options.has("T") ? [row.type] : []),
    size(row.total),
    size(row.used),
    size(row.available),
    percent(row, "gnu"),
    row.on,
  ]);
  const left = options.has("T") ? 2 : 1;
  const least = [14, ...(options.has("T") ? [4] : []), 5, 5, 5, 4, 0];
  const widths = head.map((title, column) =>
    Math.max(title.length, least[column] ?? 0, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...cells]
    .map((row) => {
      const padded = row.map((cell, column) =>
        column === row.length - 1
          ? cell
          : column < left
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
      );
      return `${padded.join(" ")}\n`;
    })
    .join("");
}

function busybox(rows: readonly Mounted[], options: Options): string {
  const size = sizeIn(options, "busybox");
  const [posix, typed] = [options.has("P"), options.has("T")];
  const total = options.has("h")
    ? "     Size"
    : options.has("m")
      ? posix
        ? "1048576-blocks"
        : "1M-blocks"
      : posix
        ? "1024-blocks"
        : "1K-blocks";
  const head = `Filesystem           ${typed ? "Type       " : ""}${total.padEnd(15)}Used Available ${posix ? "Capacity" : "Use%"} Mounted on\n`;
  const lines = rows.map((row) => {
    const name = `${row.source.padEnd(20)} ${typed ? `${row.type.padEnd(10)} ` : ""}`;
    const sizes = [row.total, row.used, row.available].map((one) => size(one).padStart(9)).join(" ");
    return `${name}${sizes} ${percent(row, "busybox").padStart(4)} ${row.on}\n`;
  });
  return head + lines.join("");
}

/** Free space of the simulated machine's disk, as a container of it sees it. */
export const df: Program = tool(
  "df",
  {
    flags: "hkmPT",
    long: { "human-readable": "h", portability: "P", "print-type": "T" },
    lacks: "*",
  },
  (process, options, flavour) => {
    const names = options.operands;
    const rows: Mounted[] = [];
    let status = 0;
    for (const name of names) {
      const entry = statOf(process, name);
      if (isEntry(entry)) rows.push(holding(process, at(process, name)));
      else
        status = complain(
          process,
          flavour,
          flavour === "gnu" ? `${name}: No such file or directory` : `${name}: can't find mount point`,
        );
    }
    if (names.length === 0) {
      const [mounted] = foreign(process);
      if (mounted !== undefined)
        throw notSimulated(`df where something is mounted on ${mounted}`, "list that file system too");
      if (flavour === "busybox")
        throw notSimulated(
          "df of busybox without a path",
          "list each file and folder of /proc and /etc that Docker mounts",
        );
      rows.push(...MOUNTED);
    }
    if (flavour === "busybox") process.stdout.write(busybox(rows, options));
    else if (rows.length > 0) process.stdout.write(gnu(rows, options));
    return status;
  },
);
