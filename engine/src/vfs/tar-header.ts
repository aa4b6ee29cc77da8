import { concat, encode } from "../core/bytes.ts";

const BLOCK = 512;

/** One member of a tar archive, as its header says it. */
export interface TarHeader {
  /** Without a leading slash; a directory's ends in `/`. */
  readonly name: string;
  readonly type: "file" | "link" | "symlink" | "device" | "directory";
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  readonly link?: string;
  readonly device?: readonly [major: number, minor: number];
  /** Further pax records, by key. */
  readonly records?: Readonly<Record<string, string>>;
}

const FLAGS: Readonly<Record<TarHeader["type"], string>> = {
  file: "0",
  link: "1",
  symlink: "2",
  device: "3",
  directory: "5",
};
const MAX_OCTAL_7 = 0o7777777;
const MAX_OCTAL_11 = 0o77777777777;

/**
 * Header blocks as Go's archive/tar writes them when Docker asks for PAX: plain USTAR, and a pax block before it only
 * for what USTAR cannot hold (names that are long or not ASCII, large numbers).
 */
export function tarHeader(header: TarHeader): Uint8Array {
  const records = new Map(Object.entries(header.records ?? {}));
  const split = splitName(header.name);
  if (!split) records.set("path", header.name);
  if (header.link !== undefined && !fits(header.link)) records.set("linkpath", header.link);
  for (const key of ["uid", "gid"] as const)
    if (header[key] > MAX_OCTAL_7) records.set(key, String(header[key]));
  if (header.size > MAX_OCTAL_11) records.set("size", String(header.size));
  if (header.mtime > MAX_OCTAL_11 || header.mtime < 0) records.set("mtime", String(header.mtime));
  const number = (key: "uid" | "gid" | "size" | "mtime"): number => (records.has(key) ? 0 : header[key]);
  const main = block({
    name: split?.name ?? ascii(header.name).slice(0, 100),
    prefix: split?.prefix ?? "",
    numbers: [header.mode, number("uid"), number("gid"), number("size"), number("mtime")],
    flag: FLAGS[header.type],
    link: ascii(header.link ?? "").slice(0, 100),
    device: header.device ?? [0, 0],
  });
  return records.size === 0 ? main : concat([paxBlocks(header.name, records), main]);
}

/** Zeros up to the next block. */
export const padding = (size: number): Uint8Array => new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK);

interface Fields {
  readonly name: string;
  readonly prefix: string;
  readonly numbers: readonly [mode: number, uid: number, gid: number, size: number, mtime: number];
  readonly flag: string;
  readonly link: string;
  readonly device: readonly [number, number];
}

/** Written byte by byte: a layer has hundreds of these, and all of it is ASCII. */
function block({ name, prefix, numbers, flag, link, device }: Fields): Uint8Array {
  const bytes = new Uint8Array(BLOCK);
  const text = (value: string, at: number): void => {
    for (let i = 0; i < value.length; i++) bytes[at + i] = value.charCodeAt(i);
  };
  const octal = (value: number, at: number, digits: number): void => {
    let left = Math.floor(value);
    for (let i = digits - 1; i >= 0; i--) {
      bytes[at + i] = 48 + (left % 8);
      left = Math.floor(left / 8);
    }
  };
  const [mode, uid, gid, size, mtime] = numbers;
  text(name, 0);
  octal(mode, 100, 7);
  octal(uid, 108, 7);
  octal(gid, 116, 7);
  octal(size, 124, 11);
  octal(mtime, 136, 11);
  text("        ", 148);
  text(flag, 156);
  text(link, 157);
  text("ustar\x0000", 257);
  octal(device[0], 329, 7);
  octal(device[1], 337, 7);
  text(prefix, 345);
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += bytes[i] ?? 0;
  octal(sum, 148, 6);
  bytes[154] = 0;
  return bytes;
}

function paxBlocks(name: string, records: ReadonlyMap<string, string>): Uint8Array {
  const body = encode(
    [...records]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => paxRecord(key, value))
      .join(""),
  );
  const slash = name.replace(/\/$/, "").lastIndexOf("/");
  const path = `${name.slice(0, slash + 1)}PaxHeaders.0/${name.slice(slash + 1)}`.replace(/\/$/, "");
  const head = block({
    name: ascii(path).slice(0, 100),
    prefix: "",
    numbers: [0, 0, 0, body.length, 0],
    flag: "x",
    link: "",
    device: [0, 0],
  });
  return concat([head, body, padding(body.length)]);
}

/** `30 mtime=1350244992.023960108\n`: the number counts itself. */
function paxRecord(key: string, value: string): string {
  const rest = encode(` ${key}=${value}\n`).length;
  let size = rest + String(rest).length;
  size = rest + String(size).length;
  return `${size} ${key}=${value}\n`;
}

const ascii = (text: string): string => text.replace(/[^\0-\x7f]/gu, "");
const fits = (text: string): boolean => text.length <= 100 && ascii(text) === text;

/** USTAR's two fields for a name: up to 155 bytes, a slash, up to 100. */
function splitName(name: string): { name: string; prefix: string } | undefined {
  if (fits(name)) return { name, prefix: "" };
  if (ascii(name) !== name || name.length > 256) return undefined;
  const slash = name.slice(0, name.endsWith("/") ? Math.min(name.length - 1, 156) : 156).lastIndexOf("/");
  const rest = name.slice(slash + 1);
  if (slash <= 0 || rest.length > 100 || rest === "") return undefined;
  return { name: rest, prefix: name.slice(0, slash) };
}
