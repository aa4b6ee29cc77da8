const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** `64MiB`, `7.656GiB`: bytes in powers of 1024 with four digits, as go-units' BytesSize writes them. */
export function binarySize(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && unit < UNITS.length - 1) [size, unit] = [size / 1024, unit + 1];
  return `${Number(size.toPrecision(4))}${UNITS[unit]}`;
}
