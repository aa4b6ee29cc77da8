const UNITS = "kmgtp";

/** `64m` in bytes, as go-units reads a size (RAMInBytes); `error` in its words. */
export function memoryBytes(text: string): number | { readonly error: string } {
  const invalid = { error: `invalid size: '${text}'` };
  const end = Math.max(...[...".0123456789 "].map((one) => text.lastIndexOf(one)));
  if (end < 0) return invalid;
  const number = text[end] === " " ? text.slice(0, end) : text.slice(0, end + 1);
  const suffix = text.slice(end + 1).toLowerCase();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(number))
    return { error: `strconv.ParseFloat: parsing ${JSON.stringify(number)}: invalid syntax` };
  if (Number(number) < 0) return invalid;
  const power = suffix === "" || suffix === "b" ? 0 : UNITS.indexOf(suffix.charAt(0)) + 1;
  if (!/^(?:b|[kmgtp](?:b|ib)?)?$/.test(suffix)) return { error: `invalid suffix: '${suffix}'` };
  return Math.floor(Number(number) * 1024 ** power);
}
