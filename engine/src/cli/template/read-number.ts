/** A number as Go's templates write it: `12`, `0x1f`, `1_000`, `1.5e3`; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const [, sign = "", digits = ""] = /^([+-]?)(.*)$/.exec(text) ?? [];
  const plain = digits.replaceAll("_", "");
  const octal = /^0([0-7]+)$/.exec(plain);
  const value = octal ? Number.parseInt(octal[1] ?? "", 8) : plain === "" ? Number.NaN : Number(plain);
  if (Number.isNaN(value)) return undefined;
  return sign === "-" ? -value : value;
}
