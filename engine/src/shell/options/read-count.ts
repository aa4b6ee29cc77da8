const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 512,
  k: 1024,
  K: 1024,
  kB: 1000,
  KB: 1000,
  m: 1 << 20,
  M: 1 << 20,
  MB: 1_000_000,
  G: 1 << 30,
  GB: 1_000_000_000,
  T: 2 ** 40,
  TB: 10 ** 12,
  P: 2 ** 50,
  PB: 10 ** 15,
  w: 2,
  c: 1,
  KiB: 1024,
  MiB: 1 << 20,
  GiB: 1 << 30,
  TiB: 2 ** 40,
  PiB: 2 ** 50,
};

/** A number with a unit, as coreutils take it: `10`, `-5`, `2k`, `1M`. */
export function readCount(word: string): number | undefined {
  const match = /^([-+]?\d+)([a-zA-Z]*)$/.exec(word);
  const unit = UNITS[match?.[2] ?? ""];
  return match && unit !== undefined ? Number(match[1]) * unit : undefined;
}
