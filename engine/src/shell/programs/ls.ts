import { directoryLinks } from "../tree/directory-links.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { DEVICE_NUMBERS } from "../../vfs/device-numbers.ts";
import type { Device, Entry } from "../../vfs/entry.ts";
import { strerror } from "../../vfs/errno.ts";
import { formatTime } from "../time/civil-time.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { humanBlocks, permissions } from "../tree/listing.ts";
import { listColumns } from "../tree/list-columns.ts";
import { complain, type Options } from "../options/options.ts";
import { isKernelPath } from "../streams/open-file.ts";
import { groupName, userName } from "../accounts/owner.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { matchesPattern } from "../expand/pattern.ts";
import { tool } from "../options/tool.ts";
import { at, below, isEntry, sizeOf } from "../tree/tree.ts";
import { versionOrder } from "../text/version-order.ts";

interface Row {
  readonly name: string;
  readonly entry: Entry;
  /** The name as typed or as found, to look at it again. */
  readonly path: string;
}

const HALF_YEAR = 15_778_476;

function linkCount(process: Process, { entry, path }: Row): number {
  if (entry.kind === "directory") return directoryLinks(process, at(process, path), entry);
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

/** Stands where other files have their size. */
function deviceNumbers({ name }: Device, flavour: Flavour): string {
  const [major, minor] = DEVICE_NUMBERS.get(name) ?? [0, 0];
  return flavour === "gnu" ? `${major}, ${minor}` : `${major}, ${String(minor).padStart(3)}`;
}

function longRows(process: Process, options: Options, rows: readonly Row[], flavour: Flavour): string {
  const now = process.kernel.now() / 1000;
  const numeric = options.has("n");
  const cells = rows.map((row) => {
    const { entry } = row;
    return [
      String(linkCount(process, row)),
      numeric ? String(entry.uid) : (userName(process, entry.uid) ?? String(entry.uid)),
      numeric ? String(entry.gid) : (groupName(process, entry.gid) ?? String(entry.gid)),
      options.has("h")
        ? humanBlocks(shownSize(process, row), flavour)
        : entry.kind === "device"
          ? deviceNumbers(entry, flavour)
          : String(shownSize(process, row)),
    ];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const fixed = [4, 8, 8, options.has("h") ? 7 : 9];
  return rows
    .map((row, i) => {
      const { entry } = row;
      const width = (column: number): number =>
        flavour === "gnu" ? (widths[column] ?? 0) : (fixed[column] ?? 0);
      const [links = "", user = "", group = "", size = ""] = cells[i] ?? [];
      const recent = entry.mtime <= now && entry.mtime > now - HALF_YEAR;
      const format = styleOf(options) ?? (recent ? "%b %e %H:%M" : "%b %e  %Y");
      const parts = [links.padStart(width(0))];
      if (!options.has("g")) parts.push(user.padEnd(width(1)));
      if (!options.has("o") && !options.has("G")) parts.push(group.padEnd(width(2)));
      parts.push(size.padStart(width(3)));
      const arrow = entry.kind === "symlink" ? ` -> ${entry.target}` : "";
      return `${prefix(process, options, row, flavour)}${permissions(entry)} ${parts.join(" ")} ${formatTime(format, entry.mtime)} ${decorated(process, options, row)}${arrow}\n`;
    })
    .join("");
}

/** The time format that the options ask for; undefined: by age. */
function styleOf(options: Options): string | undefined {
  const style = options.value("Y") ?? (options.has("E") ? "full-iso" : undefined);
  if (style === undefined || style === "locale" || style === "posix-locale") return undefined;
  if (style.startsWith("+")) return style.slice(1);
  const format = { "full-iso": "%Y-%m-%d %H:%M:%S.%N %z", "long-iso": "%Y-%m-%d %H:%M" }[style];
  if (format === undefined) throw notSimulated(`ls --time-style=${style}`, "show times so, or refuse it");
  return format;
}

/** How rows are laid out: the last of the options that say so. */
function layoutOf(options: Options, flavour: Flavour): "long" | "commas" | "across" | "down" | "single" {
  let layout: ReturnType<typeof layoutOf> = "single";
  for (const letter of options.order) {
    if ("lnE".includes(letter) || ("go".includes(letter) && flavour === "gnu")) layout = "long";
    else if (letter === "m") layout = "commas";
    else if (letter === "x") layout = "across";
    else if (letter === "C") layout = "down";
    else if (letter === "1" && (layout !== "long" || flavour === "busybox")) layout = "single";
  }
  return layout;
}

/** Number and blocks before a name, where they are asked for. The number only tells files apart. */
const prefix = (process: Process, options: Options, row: Row, flavour: Flavour): string =>
  (options.has("i") ? `${row.entry.inode.born} ` : "") +
  (options.has("s") ? `${String(blocks(process, row)).padStart(flavour === "gnu" ? 1 : 6)} ` : "");

const ending = (name: string): string => (name.lastIndexOf(".") > 0 ? name.slice(name.lastIndexOf(".")) : "");

/** What the options sort by first; the last one counts. */
function sortOf(options: Options): string {
  const words: Readonly<Record<string, string>> = {
    none: "U",
    size: "S",
    time: "t",
    version: "v",
    extension: "X",
    name: "",
  };
  let sort = "";
  for (const [letter, value] of options.given)
    if ("UfStvX".includes(letter)) sort = letter;
    else if (letter === "O") sort = words[value] ?? "";
  return sort;
}

function sortRows(options: Options, rows: Row[]): void {
  const order = (a: Row, b: Row): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const sort = sortOf(options);
  if (sort === "U" || sort === "f") return;
  rows.sort(order);
  if (sort === "S") rows.sort((a, b) => sizeOf(b.entry) - sizeOf(a.entry));
  else if (sort === "t") rows.sort((a, b) => b.entry.mtime - a.entry.mtime);
  else if (sort === "v") rows.sort((a, b) => versionOrder(a.name, b.name) || order(a, b));
  else if (sort === "X")
    rows.sort((a, b) => {
      const [x, y] = [ending(a.name), ending(b.name)];
      return x < y ? -1 : x > y ? 1 : 0;
    });
  if (options.has("r")) rows.reverse();
  if (options.has("M"))
    rows.sort((a, b) => Number(b.entry.kind === "directory") - Number(a.entry.kind === "directory"));
}

/** Characters of a line: `-w`, `COLUMNS`, or 80 where there is no terminal. */
function lineWidth(process: Process, options: Options): number {
  const width = Number(options.value("w") ?? process.env.get("COLUMNS") ?? 80);
  return Number.isInteger(width) && width > 0 ? Math.min(width, 10_000) : 80;
}

function print(process: Process, options: Options, rows: Row[], flavour: Flavour): void {
  sortRows(options, rows);
  const layout = layoutOf(options, flavour);
  if (layout === "long") process.stdout.write(longRows(process, options, rows, flavour));
  else {
    const names = rows.map(
      (row) => prefix(process, options, row, flavour) + decorated(process, options, row),
    );
    if (layout === "commas") {
      const [line, ...more] = names.length > 0 ? commas(names, lineWidth(process, options)) : [];
      process.stdout.write([line, ...more].map((text) => (text === undefined ? "" : `${text}\n`)).join(""));
    } else if (layout === "single") process.stdout.write(names.map((name) => `${name}\n`).join(""));
    else
      process.stdout.write(
        // busybox counts one blank too few for the blocks before a name.
        listColumns(
          names,
          lineWidth(process, options),
          layout === "across",
          flavour,
          options.has("s") ? 0 : 2,
        ),
      );
  }
}

/** Names with commas between, as many on a line as it holds. */
function commas(names: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [i, name] of names.entries()) {
    const text = name + (i < names.length - 1 ? "," : "");
    if (line !== "" && line.length + 1 + name.length + 2 > width) {
      lines.push(line);
      line = text;
    } else line += line === "" ? text : ` ${text}`;
  }
  return [...lines, line];
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
  for (const [child, found] of [...entry.children].reverse()) {
    if (child.startsWith(".") && !all && !options.has("A")) continue;
    // `-I` counts always, `--hide` only where hidden files are.
    const hides = [...options.values("I"), ...(all || options.has("A") ? [] : options.values("\u0001"))];
    if (hides.some((pattern) => matchesPattern(pattern, child))) continue;
    rows.push({ name: child, entry: found, path: below(name, child) });
  }
  process.kernel.spend(rows.length);
  return rows;
}

export const ls: Program = tool(
  "ls",
  {
    flags: "aAlhdR1rtSinogGFpUfmCxcuLHskqNQvX",
    values: "wIT\u0001",
    refusal: 2,
    lacks: "bBDZ",
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
      color: "K",
      classify: "F",
      "group-directories-first": "M",
      "full-time": "E",
      "time-style": "Y",
      sort: "O",
      width: "w",
      "quote-name": "Q",
      dereference: "L",
      literal: "N",
      size: "s",
      ignore: "I",
      hide: "\u0001",
    },
  },
  (process, options, flavour) => {
    if (options.value("K") === "always")
      throw notSimulated("ls --color=always", "colour names by their kind and their ending");
    const long = layoutOf(options, flavour) === "long";
    let status = 0;
    const files: Row[] = [];
    const folders: string[] = [];
    const operands = options.operands.length === 0 ? ["."] : options.operands;
    for (const name of operands) {
      const follow =
        (!options.has("d") && !(long || options.has("F"))) ||
        name.endsWith("/") ||
        options.has("L") ||
        options.has("H");
      let entry = follow ? process.files.stat(at(process, name)) : process.files.lstat(at(process, name));
      if (entry === "ENOENT" && follow && flavour === "gnu") entry = process.files.lstat(at(process, name));
      if (name === "") entry = "ENOENT";
      if (
        isKernelPath(`${at(process, name)}/.`) &&
        (entry === "ENOENT" || (isEntry(entry) && entry.kind === "directory" && !options.has("d")))
      )
        throw notSimulated(`ls ${name}`, "list what the Linux kernel shows there");
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
      if (titled)
        process.stdout.write(
          `${first ? "" : "\n"}${options.has("Q") && flavour === "gnu" ? JSON.stringify(name) : name}:\n`,
        );
      first = false;
      const rows = folderRows(process, options, name, entry);
      if (long || options.has("s")) {
        const total = rows.reduce((sum, row) => sum + blocks(process, row), 0);
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

/** Folders that no disk holds: /proc and /sys have no size, those of a tmpfs 20 bytes a name [measured on Docker 28.5.2]. */
function virtualSize(process: Process, { entry, path }: Row): number | undefined {
  if (entry.kind !== "directory") return undefined;
  const real = process.files.realpath(at(process, path));
  const [, root, rest] = (typeof real !== "string" && /^\/(dev|proc|sys)(\/|$)/.exec(real.path)) || [];
  if (root === undefined || !process.files.mountPoints().includes(`/${root}`)) return undefined;
  return root === "dev" && !(rest === "/" && path.endsWith("pts")) ? 20 * (entry.children.size + 2) : 0;
}

const shownSize = (process: Process, row: Row): number => virtualSize(process, row) ?? sizeOf(row.entry);

/** Kibibytes on a disk with blocks of 4096 bytes. */
function blocks(process: Process, row: Row): number {
  const { entry } = row;
  if (entry.kind === "file") return Math.ceil(entry.content.size / 4096) * 4;
  return entry.kind === "directory" && virtualSize(process, row) === undefined ? 4 : 0;
}

const bulk = (process: Process, name: string, files: number): Error =>
  notSimulated(
    `the listing of ${at(process, name)}`,
    `the real folder holds some of ${files} files that Drydock counts and does not list`,
  );
