import { type ArchiveLimits, type ArchiveRefusal, LIMITS, broken, tooMuch } from "./limits.ts";
import { checksumHolds, numberField, paxRecords, textField } from "./tar-fields.ts";

/** One member of a tar archive. */
export interface TarMember {
  /** As it stands in the archive: it may be absolute or hold `..`. */
  readonly name: string;
  readonly type: "file" | "link" | "symlink" | "directory" | "device";
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** Where a link or symlink points. */
  readonly target: string;
  readonly bytes: Uint8Array;
  /** All pax records that hold for it. */
  readonly records: ReadonlyMap<string, string>;
}

const BLOCK = 512;
const TYPES: Readonly<Record<string, TarMember["type"]>> = {
  "0": "file",
  "\0": "file",
  "7": "file",
  "1": "link",
  "2": "symlink",
  "3": "device",
  "4": "device",
  "5": "directory",
  "6": "device",
};

const BROKEN = broken("archive/tar: invalid tar header");

/**
 * Reads a plain tar: USTAR, pax, GNU's long names. Ends at the first empty block or at the end of the bytes.
 *
 * @returns the members in order, or why the archive is refused; nothing is believed that the bytes do not bear out.
 */
export function readTar(bytes: Uint8Array, limits: ArchiveLimits = LIMITS): TarMember[] | ArchiveRefusal {
  const members: TarMember[] = [];
  const global = new Map<string, string>();
  let records = new Map<string, string>();
  let total = 0;
  let at = 0;
  let headers = 0;
  while (at < bytes.length) {
    if (at + BLOCK > bytes.length) return broken("unexpected EOF");
    const block = bytes.subarray(at, at + BLOCK);
    if (block.every((byte) => byte === 0)) break;
    if (!checksumHolds(block)) return BROKEN;
    if (++headers > limits.entries * 3) return tooMuch(`${limits.entries} entries`);
    const flag = textField(block, 156, 1) || "\0";
    const real = Number(records.get("size") ?? numberField(block, 124, 12));
    if (!Number.isSafeInteger(real) || real < 0) return BROKEN;
    const type = TYPES[flag];
    const size = type === undefined || type === "file" ? real : 0;
    const body = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (body.length < size) return broken("unexpected EOF");
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === undefined) {
      const read = readExtension(flag, body, records, global);
      if (!read) return BROKEN;
      continue;
    }
    total += size;
    const member = memberOf(block, type, body, new Map([...global, ...records]));
    records = new Map();
    if (!member) return BROKEN;
    const refusal = overLimit(member, total, members.length + 1, limits);
    if (refusal) return refusal;
    members.push(member);
  }
  return members;
}

/** Headers that only describe the next member: pax for one or for all, GNU's long name and long link. Others are skipped. */
function readExtension(
  flag: string,
  body: Uint8Array,
  records: Map<string, string>,
  global: Map<string, string>,
): boolean {
  if (flag === "L") records.set("path", textField(body, 0, body.length));
  else if (flag === "K") records.set("linkpath", textField(body, 0, body.length));
  else if (flag === "x" || flag === "g") {
    const read = paxRecords(body);
    if (!read) return false;
    for (const [key, value] of read) (flag === "x" ? records : global).set(key, value);
  } else records.clear();
  return true;
}

function memberOf(
  block: Uint8Array,
  type: TarMember["type"],
  bytes: Uint8Array,
  records: ReadonlyMap<string, string>,
): TarMember | undefined {
  const number = (key: string, at: number, size: number): number =>
    Number(records.get(key) ?? numberField(block, at, size));
  const prefix = textField(block, 257, 6) === "ustar" ? textField(block, 345, 155) : "";
  const short = textField(block, 0, 100);
  const name = records.get("path") ?? (prefix === "" ? short : `${prefix}/${short}`);
  const member: TarMember = {
    name,
    type: type === "file" && name.endsWith("/") ? "directory" : type,
    mode: numberField(block, 100, 8) & 0o7777,
    uid: number("uid", 108, 8),
    gid: number("gid", 116, 8),
    mtime: number("mtime", 136, 12),
    target: records.get("linkpath") ?? textField(block, 157, 100),
    bytes,
    records,
  };
  return [member.uid, member.gid, member.mtime].every(Number.isFinite) ? member : undefined;
}

function overLimit(
  { name, bytes }: TarMember,
  total: number,
  count: number,
  limits: ArchiveLimits,
): ArchiveRefusal | undefined {
  if (count > limits.entries) return tooMuch(`${limits.entries} entries`);
  if (bytes.length > limits.file) return tooMuch(`${limits.file} bytes in ${name}`);
  if (total > limits.unpacked) return tooMuch(`${limits.unpacked} bytes unpacked`);
  if (name.length > limits.path) return tooMuch(`${limits.path} bytes in a path`);
  if (name.split("/").length > limits.depth + 1) return tooMuch(`${limits.depth} folders above ${name}`);
  return undefined;
}

/** Does it begin with a header that holds? Then ADD takes it for an archive. */
export const isTar = (bytes: Uint8Array): boolean =>
  bytes.length >= BLOCK && bytes.subarray(0, BLOCK).some((byte) => byte !== 0) && checksumHolds(bytes);
