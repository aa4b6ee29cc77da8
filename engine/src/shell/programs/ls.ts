import type { Entry } from "../../vfs/entry.ts";
import { strerror } from "../../vfs/errno.ts";
import { formatTime } from "../civil-time.ts";
import { gnuQuote } from "../gnu-quote.ts";
import { humanBlocks, permissions } from "../listing.ts";
import { complain, type Options } from "../options.ts";
import { groupName, userName } from "../owner.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { tool } from "../tool.ts";
import { at, below, isEntry, sizeOf } from "../tree.ts";

interface Row {
  readonly name: string;
  readonly entry: Entry;
  /** The name as typed or as found, to look at it again. */
  readonly path: string;
}

const HALF_YEAR = 15_778_476;

function linkCount(entry: Entry): number {
  if (entry.kind === "directory")
    return 2 + [...entry.children.values()].filter(({ kind }) => kind === "directory").length;
  return entry.kind === "file" ? entry.links : 1;
}

function decorated(process: Process, options: Options, row: Row): string {
  const { entry, name } = row;
  const classify = options.has("F");
  if ((options.has("p") || classify) && entry.kind === "directory") return `${name}/`;
  if (!classify) return options.has("Q") ? JSON.stringify(name) : name;
  if (entry.kind === "symlink") return options.has("l") ? name : `${name}@`;
  return entry.kind === "file" && process.files.access(at(process, row.path), 1) && (entry.mode & 0o111) !== 0
    ? `${name}*`
    : name;
}

function longRows(process: Process, options: Options, rows: readonly Row[], flavour: Flavour): string {
  const now = process.kernel.now() / 1000;
  const numeric = options.has("n");
  const cells = rows.map(({ entry }) => [
    String(linkCount(entry)),
    numeric ? String(entry.uid) : (userName(process, entry.uid) ?? String(entry.uid)),
    numeric ? String(entry.gid) : (groupName(process, entry.gid) ?? String(entry.gid)),
    options.has("h")
      ? humanBlocks(sizeOf(entry), flavour)
      : entry.kind === "device"
        ? "1, 3"
        : String(sizeOf(entry)),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const fixed = [4, 8, 8, 9];
  return rows
    .map((row, i) => {
      const { entry } = row;
      const width = (column: number): number =>
        flavour === "gnu" ? (widths[column] ?? 0) : (fixed[column] ?? 0);
      const [links = "", user = "", group = "", size = ""] = cells[i] ?? [];
      const recent = entry.mtime <= now && entry.mtime > now - HALF_YEAR;
      const format =
        options.value("w") === "full" ? "%Y-%m-%d %H:%M:%S.%N %z" : recent ? "%b %e %H:%M" : "%b %e  %Y";
      const parts = [links.padStart(width(0))];
      if (!options.has("g")) parts.push(user.padEnd(width(1)));
      if (!options.has("o") && !options.has("G")) parts.push(group.padEnd(width(2)));
      parts.push(size.padStart(width(3)));
      const inode = options.has("i") ? `${entry.inode.born} ` : "";
      const arrow = entry.kind === "symlink" ? ` -> ${entry.target}` : "";
      return `${inode}${permissions(entry)} ${parts.join(" ")} ${formatTime(format, entry.mtime)} ${decorated(process, options, row)}${arrow}\n`;
    })
    .join("");
}

function print(process: Process, options: Options, rows: Row[], flavour: Flavour): void {
  const order = (a: Row, b: Row): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  if (!options.has("U") && !options.has("f")) rows.sort(order);
  if (options.has("S")) rows.sort((a, b) => sizeOf(b.entry) - sizeOf(a.entry) || order(a, b));
  if (options.has("t")) rows.sort((a, b) => b.entry.mtime - a.entry.mtime || order(a, b));
  if (options.has("r")) rows.reverse();
  if (options.has("l") || options.has("n") || options.has("g") || options.has("o"))
    process.stdout.write(longRows(process, options, rows, flavour));
  else if (options.has("m"))
    process.stdout.write(
      rows.length === 0 ? "" : `${rows.map((row) => decorated(process, options, row)).join(", ")}\n`,
    );
  else
    process.stdout.write(
      rows
        .map(
          (row) =>
            `${options.has("s") ? `${String(blocks(row.entry)).padStart(flavour === "gnu" ? 1 : 6)} ` : ""}${options.has("i") ? `${row.entry.inode.born} ` : ""}${decorated(process, options, row)}\n`,
        )
        .join(""),
    );
}

function folderRows(
  process: Process,
  options: Options,
  name: string,
  entry: Entry & { kind: "directory" },
): Row[] {
  const rows: Row[] = [];
  const all = options.has("a") || options.has("f");
  if (all) {
    const parent = process.files.stat(at(process, below(name, "..")));
    rows.push(
      { name: ".", entry, path: name },
      { name: "..", entry: isEntry(parent) ? parent : entry, path: below(name, "..") },
    );
  }
  for (const [child, found] of entry.children) {
    if (child.startsWith(".") && !all && !options.has("A")) continue;
    rows.push({ name: child, entry: found, path: below(name, child) });
  }
  process.kernel.spend(rows.length);
  return rows;
}

export const ls: Program = tool(
  "ls",
  {
    flags: "aAlhdR1rtSinogGFpUfmCxcuLHskqNQv",
    values: "wIT",
    refusal: 2,
    lacks: "bBDXZ",
    long: {
      all: "a",
      "almost-all": "A",
      "human-readable": "h",
      directory: "d",
      recursive: "R",
      reverse: "r",
      inode: "i",
      "numeric-uid-gid": "n",
      "no-group": "G",
      color: "N",
      classify: "F",
      "group-directories-first": "N",
      "full-time": "l",
      size: "s",
    },
  },
  (process, options, flavour) => {
    let status = 0;
    const files: Row[] = [];
    const folders: string[] = [];
    const operands = options.operands.length === 0 ? ["."] : options.operands;
    for (const name of operands) {
      const follow =
        (!options.has("d") && !(options.has("l") || options.has("F"))) ||
        name.endsWith("/") ||
        options.has("L") ||
        options.has("H");
      let entry = follow ? process.files.stat(at(process, name)) : process.files.lstat(at(process, name));
      if (entry === "ENOENT" && follow && flavour === "gnu") entry = process.files.lstat(at(process, name));
      if (name === "") entry = "ENOENT";
      if (!isEntry(entry)) {
        complain(
          process,
          flavour,
          flavour === "gnu"
            ? `cannot access ${gnuQuote(name)}: ${strerror[entry]}`
            : `${name}: ${strerror[entry]}`,
        );
        status = flavour === "gnu" ? 2 : 1;
      } else if (entry.kind === "directory" && !options.has("d")) folders.push(name);
      else files.push({ name, entry, path: name });
    }
    print(process, options, files, flavour);
    let first = files.length === 0;
    const titled = operands.length > 1 || options.has("R");
    const show = (name: string): void => {
      const entry = process.files.stat(at(process, name));
      if (!isEntry(entry) || entry.kind !== "directory") return;
      if (typeof process.files.list(at(process, name)) === "string") {
        complain(
          process,
          flavour,
          flavour === "gnu"
            ? `cannot open directory ${gnuQuote(name)}: Permission denied`
            : `can't open '${name}': Permission denied`,
        );
        status = flavour === "gnu" ? 2 : 1;
        return;
      }
      if (entry.bulk) throw bulk(process, name, entry.bulk.files);
      if (titled) process.stdout.write(`${first ? "" : "\n"}${name}:\n`);
      first = false;
      const rows = folderRows(process, options, name, entry);
      if (options.has("l") || options.has("s")) {
        const total = rows.reduce((sum, row) => sum + blocks(row.entry), 0);
        process.stdout.write(`total ${options.has("h") ? humanBlocks(total * 1024, flavour) : total}\n`);
      }
      print(process, options, rows, flavour);
      if (options.has("R"))
        for (const row of rows.filter((one) => one.entry.kind === "directory" && !/^\.\.?$/.test(one.name)))
          show(row.path);
    };
    for (const name of folders.sort()) show(name);
    return status;
  },
);

/** Kibibytes on a disk with blocks of 4096 bytes. */
const blocks = (entry: Entry): number =>
  entry.kind === "file" ? Math.ceil(entry.content.size / 4096) * 4 : entry.kind === "directory" ? 4 : 0;

import { notSimulated } from "../../core/engine-error.ts";
const bulk = (process: Process, name: string, files: number): Error =>
  notSimulated(
    `the listing of ${at(process, name)}`,
    `the real folder holds some of ${files} files that Drydock counts and does not list`,
  );
