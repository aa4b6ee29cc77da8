/** A number in hexadecimal, at least so wide. */
export const hex = (value: number, width: number): string => value.toString(16).padStart(width, "0");

const NAMES: Readonly<Record<number, string>> = {
  0: "\\0",
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
};

/** A byte as `od -c` and `hexdump -c` show it: itself, its escape, or three octal digits. */
export const character = (byte: number): string =>
  NAMES[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, "0"));

/** A byte as dumps show it beside its number. */
export const printable = (byte: number): string =>
  byte >= 32 && byte < 127 ? String.fromCharCode(byte) : ".";
