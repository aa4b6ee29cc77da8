/** A number in hexadecimal, at least so wide. */
export const hex = (value: number, width: number): string => value.toString(16).padStart(width, "0");

/** A byte as dumps show it beside its number. */
export const printable = (byte: number): string =>
  byte >= 32 && byte < 127 ? String.fromCharCode(byte) : ".";
