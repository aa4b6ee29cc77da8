const UNITS = ["B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"];

/**
 * A size as Docker's tables show it: `10B`, `1.98MB`, `1e+03kB`.
 *
 * Decimal units; the number is Go's `%.<digits>g`, so 999,600 bytes are `1e+03kB` and not `1MB` (go-units, size.go).
 */
export function humanSize(bytes: number, digits = 3): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${general(size, digits)}${UNITS[unit]}`;
}

/** Go's `%.<digits>g`: significant digits without trailing zeros, an exponent of at least two digits beyond them. */
function general(value: number, digits: number): string {
  if (value === 0) return "0";
  const [mantissa = "", exponent = "0"] = value.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  const plain = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  if (power >= -4 && power < digits) return plain(value.toFixed(Math.max(0, digits - 1 - power)));
  const sign = power < 0 ? "-" : "+";
  return `${plain(mantissa)}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
}
