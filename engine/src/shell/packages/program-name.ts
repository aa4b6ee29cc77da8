const NAMES: readonly (readonly [pattern: RegExp, program: string])[] = [
  [/^python3?(\.\d+)*$/, "python3"],
  [/^pip3?(\.\d+)*$/, "pip"],
  [/^[mg]awk$/, "awk"],
  [/^(x86_64-(linux-gnu|alpine-linux-musl)-)?gcc(-\d+)?$/, "gcc"],
  [/^which\.debianutils$/, "which"],
  [/^perl5?(\.\d+)*$/, "perl"],
];

/** The program that an executable of this file name runs: versions and rival implementations go by the common name. */
export const programName = (file: string): string =>
  NAMES.find(([pattern]) => pattern.test(file))?.[1] ?? file;
