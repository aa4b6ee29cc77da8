/** How fast the simulated machine moves layers: a line of 100 Mbit/s with a registry nearby. Bytes in a millisecond. */
export const lineSpeed = {
  download: 12_500,
  upload: 6000,
  /** Of compressed bytes; unpacking and writing. */
  extract: 80_000,
} as const;

/** Milliseconds until a registry answers. */
export const ANSWER = 40;
/** Milliseconds that it takes to put an empty layer in its place. */
export const REGISTER = 8;
