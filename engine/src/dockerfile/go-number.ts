/** Go's `strconv.ParseUint` for what must fit in `bits` bits (up to 32); undefined where Go has an error. */
export function parseUint(text: string, base: 8 | 10, bits: number): number | undefined {
  const form = base === 8 ? /^[0-7]+$/ : /^[0-9]+$/;
  if (!form.test(text)) return undefined;
  const value = Number.parseInt(text, base);
  return value < 2 ** bits ? value : undefined;
}

const TRUTHS: Readonly<Record<string, boolean>> = {
  "1": true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
  "0": false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
};

/** Go's `strconv.ParseBool`; undefined where Go has an error. */
export const parseTruth = (text: string): boolean | undefined =>
  Object.hasOwn(TRUTHS, text) ? TRUTHS[text] : undefined;
