/**
 * What pip takes, in simulated milliseconds.
 *
 * A model, not a measurement: figures are chosen so that `pip install flask` on a fresh python image takes about nine
 * seconds, as it does on a laptop with an ordinary line.
 */
export const pipCost = {
  /** Starting Python and importing pip. */
  start: 1_200,
  /** The same where pip's modules are not compiled yet. */
  compileItself: 900,
  /** Asking the index about one package and reading its metadata. */
  lookUp: 300,
  /** The same from pip's cache. */
  lookUpCached: 60,
  /** One download, besides its bytes. */
  download: 100,
  bytesPerMillisecond: 5_000,
  /** Unpacking one package, besides its bytes. */
  install: 50,
  /** Writing and compiling, for a million bytes in place. */
  installMegabyte: 800,
} as const;
