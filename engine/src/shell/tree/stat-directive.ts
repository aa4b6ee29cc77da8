import type { Entry } from "../../vfs/entry.ts";
import { DEVICE_NUMBERS } from "../../vfs/device-numbers.ts";
import { formatTime } from "../time/civil-time.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { inodeNumber } from "./inode-number.ts";
import { permissions } from "./listing.ts";
import { groupName, userName } from "../accounts/owner.ts";
import type { Flavour, Process } from "../process.ts";
import { at, sizeOf } from "./tree.ts";

const KIND = {
  file: "regular file",
  directory: "directory",
  symlink: "symbolic link",
  device: "character special file",
} as const;
const TYPE = { file: 0o100000, directory: 0o40000, symlink: 0o120000, device: 0o20000 } as const;
const TIME = "%Y-%m-%d %H:%M:%S.%N %z";
/** The number of the overlay that a container stands on: this machine's own. */
const OVERLAY = 50;

/** Blocks of 512 bytes; a symlink stands in its inode. */
const blocksOf = (entry: Entry): number =>
  entry.kind === "symlink" || entry.kind === "device" ? 0 : Math.ceil(sizeOf(entry) / 4096) * 8;

function linksOf(entry: Entry): number {
  if (entry.kind === "file") return entry.links;
  if (entry.kind !== "directory") return 1;
  return 2 + [...entry.children.values()].filter(({ kind }) => kind === "directory").length;
}

/** What one directive of `stat -c` stands for; undefined where there is no such directive. */
export function statDirective(
  letter: string,
  process: Process,
  name: string,
  entry: Entry,
  flavour: Flavour,
): string | undefined {
  const [major, minor] = entry.kind === "device" ? (DEVICE_NUMBERS.get(entry.name) ?? [0, 0]) : [0, 0];
  switch (letter) {
    case "a":
      return entry.mode.toString(8);
    case "A":
      return permissions(entry);
    case "b":
      return String(blocksOf(entry));
    case "B":
      return "512";
    case "C":
      return flavour === "gnu" ? "?" : undefined;
    case "d":
      return String(OVERLAY);
    case "D":
      return OVERLAY.toString(16);
    case "Hd":
      return "0";
    case "Ld":
      return String(OVERLAY);
    case "f":
      return (TYPE[entry.kind] | entry.mode).toString(16);
    case "F":
      return entry.kind === "file" && entry.content.size === 0 ? "regular empty file" : KIND[entry.kind];
    case "g":
      return String(entry.gid);
    case "G":
      return groupName(process, entry.gid) ?? "UNKNOWN";
    case "h":
      return String(linksOf(entry));
    case "i":
      return String(inodeNumber(process, at(process, name), entry));
    case "m":
      return mountOf(process, name, flavour);
    case "n":
      return name;
    case "N":
      return entry.kind === "symlink"
        ? `'${name}' -> '${entry.target}'`
        : flavour === "gnu"
          ? gnuQuote(name)
          : name;
    case "o":
      return "4096";
    case "r":
      return flavour === "gnu" ? String(major * 256 + minor) : undefined;
    case "R":
      return flavour === "gnu" ? (major * 256 + minor).toString(16) : undefined;
    case "s":
      return String(sizeOf(entry));
    case "t":
    case "Hr":
      return major.toString(letter === "t" ? 16 : 10);
    case "T":
    case "Lr":
      return minor.toString(letter === "T" ? 16 : 10);
    case "u":
      return String(entry.uid);
    case "U":
      return userName(process, entry.uid) ?? "UNKNOWN";
    case "w":
    case "x":
    case "y":
    case "z":
      return letter === "w" && flavour === "busybox" ? undefined : formatTime(TIME, entry.mtime);
    case "W":
    case "X":
    case "Y":
    case "Z":
      return letter === "W" && flavour === "busybox" ? undefined : String(entry.mtime);
    default:
      return undefined;
  }
}

function mountOf(process: Process, name: string, flavour: Flavour): string | undefined {
  if (flavour === "busybox") return undefined;
  const found = process.files.realpath(at(process, name));
  const path = typeof found === "string" ? at(process, name) : found.path;
  const places = process.files.mountPoints().filter((one) => path === one || path.startsWith(`${one}/`));
  return places.toSorted((a, b) => b.length - a.length)[0] ?? "/";
}
