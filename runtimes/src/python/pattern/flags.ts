/** The numbers of Python's `re.RegexFlag`. */
export const FLAGS: {
  readonly [letter in "i" | "L" | "m" | "s" | "u" | "x" | "a"]: number;
} = { i: 2, L: 4, m: 8, s: 16, u: 32, x: 64, a: 256 };

/** Flags of which a part of a pattern has one. */
export const TYPES: number = FLAGS.a | FLAGS.L | FLAGS.u;

/** The flag of a letter, or undefined. */
export function flagOf(letter: string): number | undefined {
  return Object.hasOwn(FLAGS, letter) ? FLAGS[letter as keyof typeof FLAGS] : undefined;
}
