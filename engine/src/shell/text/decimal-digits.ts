/**
 * A double in decimal digits, as C's `printf` writes it: exact, however many digits are asked for, and a tie goes to the even digit.
 * JavaScript's own functions stop at 100 digits and round ties away from zero.
 */

/** `%.Nf` of a finite number without its sign. */
export function fixedDigits(value: number, precision: number): string {
  const digits = roundedTo(value, precision)
    .toString()
    .padStart(precision + 1, "0");
  return precision === 0 ? digits : `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

/** `%.Ne` of a finite number without its sign: the digits, the first before the point, and the power of ten. */
export function exponentDigits(
  value: number,
  precision: number,
): { readonly digits: string; readonly power: number } {
  if (value === 0) return { digits: "0".repeat(precision + 1), power: 0 };
  /* The shortest digits of 1e23 are its name and not its value: that is below. */
  let power = Number(Math.abs(value).toExponential().split("e")[1]);
  let digits = roundedTo(value, precision - power).toString();
  if (digits.length <= precision) digits = roundedTo(value, precision - --power).toString();
  /* 9.99 may have become 10. */
  return digits.length > precision + 1
    ? { digits: digits.slice(0, precision + 1), power: power + 1 }
    : { digits, power };
}

const FRACTION = 52;
const view = new DataView(new ArrayBuffer(8));

/** |value| times a power of ten, rounded to a whole number, a half to the even one. */
function roundedTo(value: number, power: number): bigint {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> BigInt(FRACTION)) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  const two = Math.max(exponent, 1) - 1023 - FRACTION;
  const times = (mantissa << BigInt(Math.max(0, two))) * 10n ** BigInt(Math.max(0, power));
  const by = (1n << BigInt(Math.max(0, -two))) * 10n ** BigInt(Math.max(0, -power));
  const whole = times / by;
  const twice = (times % by) * 2n;
  return twice > by || (twice === by && (whole & 1n) === 1n) ? whole + 1n : whole;
}
