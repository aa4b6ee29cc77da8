/**
 * What apt takes, in simulated milliseconds. A model and not a measurement: on a laptop with an ordinary line,
 * `apt-get update` takes about four seconds and installing curl without recommends about three.
 */
export const aptCost = {
  readLists: 700,
  connect: 900,
  bytesPerMillisecond: 5_000,
  unpack: 45,
  configure: 25,
  /** Writing, for a million bytes in place. */
  megabyte: 18,
} as const;
