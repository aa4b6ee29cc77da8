import { encode } from "../core/bytes.ts";

const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** Nanoseconds of a text such as `1m30s` (Go's `time.ParseDuration`), or Go's error. */
export function parseDuration(text: string): number | { readonly error: string } {
  const invalid = (): { error: string } => ({ error: `time: invalid duration ${quote(text)}` });
  let rest = text;
  let sign = 1;
  if (rest.startsWith("-") || rest.startsWith("+")) {
    if (rest.startsWith("-")) sign = -1;
    rest = rest.slice(1);
  }
  if (rest === "0") return 0;
  if (rest === "") return invalid();
  let total = 0;
  while (rest !== "") {
    const digits = /^(?:\d+\.?\d*|\.\d+)/.exec(rest)?.[0];
    if (digits === undefined) return invalid();
    rest = rest.slice(digits.length);
    const unit = /^[^\d.]*/.exec(rest)?.[0] ?? "";
    if (unit === "") return { error: `time: missing unit in duration ${quote(text)}` };
    const scale = UNITS[unit];
    if (scale === undefined) return { error: `time: unknown unit ${quote(unit)} in duration ${quote(text)}` };
    rest = rest.slice(unit.length);
    total += Number(digits) * scale;
    if (total > 2 ** 63) return invalid();
  }
  return sign * Math.trunc(total);
}

/** As Go's time package quotes: what is not printable ASCII is shown byte by byte. */
function quote(text: string): string {
  const shown = Array.from(encode(text), (byte) => {
    if (byte < 0x20 || byte > 0x7e) return `\\x${byte.toString(16).padStart(2, "0")}`;
    return byte === 0x22 || byte === 0x5c ? `\\${String.fromCharCode(byte)}` : String.fromCharCode(byte);
  });
  return `"${shown.join("")}"`;
}
