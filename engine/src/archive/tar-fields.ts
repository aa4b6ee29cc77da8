import { decode } from "../core/bytes.ts";

/** A text field: up to its first NUL. */
export function textField(block: Uint8Array, at: number, size: number): string {
  const field = block.subarray(at, at + size);
  const end = field.indexOf(0);
  return decode(end < 0 ? field : field.subarray(0, end));
}

/** A number field: octal digits, or GNU's base 256 where the first bit is set. NaN where it is neither. */
export function numberField(block: Uint8Array, at: number, size: number): number {
  const first = block[at] ?? 0;
  if (first & 0x80) {
    let value = first & 0x7f;
    for (let i = 1; i < size; i++) value = value * 256 + (block[at + i] ?? 0);
    return value;
  }
  const text = textField(block, at, size).trim();
  return text === "" ? 0 : /^[0-7]+$/.test(text) ? parseInt(text, 8) : NaN;
}

/** Does the header's checksum hold? Its own field counts as spaces. */
export function checksumHolds(block: Uint8Array): boolean {
  let sum = 0;
  for (let i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? 32 : (block[i] ?? 0);
  return sum === numberField(block, 148, 8);
}

/** Records of a pax block, `30 mtime=1350244992.02\n`; undefined where a length does not fit. */
export function paxRecords(bytes: Uint8Array): Map<string, string> | undefined {
  const records = new Map<string, string>();
  let at = 0;
  while (at < bytes.length) {
    const space = bytes.indexOf(32, at);
    if (space < 0 || space - at > 10) return undefined;
    const digits = decode(bytes.subarray(at, space));
    const end = at + Number(digits);
    if (!/^\d+$/.test(digits) || end > bytes.length || end <= space + 1 || bytes[end - 1] !== 10)
      return undefined;
    const record = decode(bytes.subarray(space + 1, end - 1));
    const equals = record.indexOf("=");
    if (equals <= 0) return undefined;
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at = end;
  }
  return records;
}
