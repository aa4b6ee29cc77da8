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
const roundConstants = (): bigint[] => primes(80).map((prime) => root(prime << 192n, 3n) & MASK);
const fractions = (from: number): bigint[] =>
  primes(from + 8)
    .slice(from)
    .map((prime) => root(prime << 128n, 2n) & MASK);

const high = (word: bigint): number => Number(word >> 32n) | 0;
const low = (word: bigint): number => Number(word & 0xffffffffn) | 0;

/** A word is two halves of 32 bits, the upper one first: there is no faster arithmetic of 64 bits. */
const halves = (words: readonly bigint[]): Int32Array =>
  Int32Array.from(words.flatMap((word) => [high(word), low(word)]));

// The constants of the rounds as halves; asked for once.
let table: Int32Array | undefined;

/** Sums of the lower halves carry what goes beyond 32 bits. */
const carry = (sum: number): number => Math.floor(sum / 0x100000000);

/** Fills the schedule of one block; `at` counts bytes. */
function schedule(w: Int32Array, view: DataView, at: number): void {
  for (let i = 0; i < 32; i++) w[i] = view.getInt32(at + i * 4);
  // Every index below is within the 160 halves of `w`.
  for (let i = 32; i < 160; i += 2) {
    const [xh, xl, yh, yl] = [w[i - 30]!, w[i - 29]!, w[i - 4]!, w[i - 3]!];
    const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
    const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
    const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
    const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
    const sum = (s0l >>> 0) + (s1l >>> 0) + (w[i - 31]! >>> 0) + (w[i - 13]! >>> 0);
    w[i] = (s0h + s1h + w[i - 32]! + w[i - 14]! + carry(sum)) | 0;
    w[i + 1] = sum | 0;
  }
}

/** The 80 rounds over one block. */
function compress(hash: Int32Array, w: Int32Array, k: Int32Array): void {
  // `hash` has 16 halves, `w` and `k` have 160.
  let [ah, al, bh, bl, ch, cl, dh, dl] = [
    hash[0]!,
    hash[1]!,
    hash[2]!,
    hash[3]!,
    hash[4]!,
    hash[5]!,
    hash[6]!,
    hash[7]!,
  ];
  let [eh, el, fh, fl, gh, gl, hh, hl] = [
    hash[8]!,
    hash[9]!,
    hash[10]!,
    hash[11]!,
    hash[12]!,
    hash[13]!,
    hash[14]!,
    hash[15]!,
  ];
  for (let i = 0; i < 160; i += 2) {
    const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
    const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
    const chosen = (el & fl) ^ (~el & gl);
    const oneL = (hl >>> 0) + (s1l >>> 0) + (chosen >>> 0) + (k[i + 1]! >>> 0) + (w[i + 1]! >>> 0);
    const oneH = (hh + s1h + ((eh & fh) ^ (~eh & gh)) + k[i]! + w[i]! + carry(oneL)) | 0;
    const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
    const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
    const most = (al & bl) ^ (al & cl) ^ (bl & cl);
    const sumL = (oneL >>> 0) + (s0l >>> 0) + (most >>> 0);
    const sumH = (oneH + s0h + ((ah & bh) ^ (ah & ch) ^ (bh & ch)) + carry(sumL)) | 0;
    const downL = (dl >>> 0) + (oneL >>> 0);
    const downH = (dh + oneH + carry(downL)) | 0;
    hh = gh;
    hl = gl;
    gh = fh;
    gl = fl;
    fh = eh;
    fl = el;
    eh = downH;
    el = downL | 0;
    dh = ch;
    dl = cl;
    ch = bh;
    cl = bl;
    bh = ah;
    bl = al;
    ah = sumH;
    al = sumL | 0;
  }
  const after = [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl];
  for (let i = 0; i < 16; i += 2) {
    const sum = (hash[i + 1]! >>> 0) + (after[i + 1]! >>> 0);
    hash[i] = (hash[i]! + after[i]! + carry(sum)) | 0;
    hash[i + 1] = sum | 0;
  }
}

function digest(bytes: Uint8Array, start: readonly bigint[]): string {
  const padded = new Uint8Array(((bytes.length + 144) >> 7) << 7);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  table ??= halves(roundConstants());
  const hash = halves(start);
  const w = new Int32Array(160);
  for (let at = 0; at < padded.length; at += 128) {
    schedule(w, view, at);
    compress(hash, w, table);
  }
  return [...hash].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}

/** SHA-512 (FIPS 180-4) in hexadecimal. */
export const sha512 = (bytes: Uint8Array): string => digest(bytes, fractions(0));

/** SHA-384: the same over other start values, cut short. */
export const sha384 = (bytes: Uint8Array): string => digest(bytes, fractions(8)).slice(0, 96);
