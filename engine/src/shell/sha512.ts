const MASK = (1n << 64n) - 1n;

/** The first `count` primes. */
function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
}

/** The integer part of a root, by bisection. */
function root(value: bigint, degree: bigint): bigint {
  let [low, high] = [0n, 1n << 80n];
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

// The constants are the first 64 bits of the fractions of roots of primes (FIPS 180-4, 4.2.3 and 5.3).
let rounds: readonly bigint[] | undefined;
const roundConstants = (): readonly bigint[] =>
  (rounds ??= primes(80).map((prime) => root(prime << 192n, 3n) & MASK));
const fractions = (from: number): bigint[] =>
  primes(from + 8)
    .slice(from)
    .map((prime) => root(prime << 128n, 2n) & MASK);

const right = (word: bigint, by: bigint): bigint => ((word >> by) | (word << (64n - by))) & MASK;

function digest(bytes: Uint8Array, start: readonly bigint[]): string {
  const padded = new Uint8Array(((bytes.length + 144) >> 7) << 7);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const constants = roundConstants();
  let hash = [...start];
  for (let at = 0; at < padded.length; at += 128) {
    const w: bigint[] = Array.from({ length: 16 }, (_, i) => view.getBigUint64(at + i * 8));
    for (let i = 16; i < 80; i++) {
      const [x = 0n, y = 0n] = [w[i - 15], w[i - 2]];
      const s0 = right(x, 1n) ^ right(x, 8n) ^ (x >> 7n);
      const s1 = right(y, 19n) ^ right(y, 61n) ^ (y >> 6n);
      w.push(((w[i - 16] ?? 0n) + s0 + (w[i - 7] ?? 0n) + s1) & MASK);
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = hash;
    for (let i = 0; i < 80; i++) {
      const s1 = right(e, 14n) ^ right(e, 18n) ^ right(e, 41n);
      const one = h + s1 + ((e & f) ^ (~e & MASK & g)) + (constants[i] ?? 0n) + (w[i] ?? 0n);
      const s0 = right(a, 28n) ^ right(a, 34n) ^ right(a, 39n);
      const two = s0 + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & MASK, c, b, a, (one + two) & MASK];
    }
    hash = [a, b, c, d, e, f, g, h].map((word, i) => (word + (hash[i] ?? 0n)) & MASK);
  }
  return hash.map((word) => word.toString(16).padStart(16, "0")).join("");
}

/** SHA-512 (FIPS 180-4) in hexadecimal. */
export const sha512 = (bytes: Uint8Array): string => digest(bytes, fractions(0));

/** SHA-384: the same over other start values, cut short. */
export const sha384 = (bytes: Uint8Array): string => digest(bytes, fractions(8)).slice(0, 96);
