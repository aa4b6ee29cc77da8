/**
 * The machine under every container. No file of an image says how large it is, so these figures are Drydock's own, round
 * ones: what is read from them is true of this machine and of no other.
 */
export const SIMULATED_MACHINE: {
  readonly cpus: number;
  /** The disk that images, containers and volumes are on, in KiB: a twentieth is kept for root, as mke2fs does. */
  readonly disk: { readonly total: number; readonly used: number; readonly available: number };
  /** In KiB. */
  readonly memory: number;
  /** What of the memory is taken by programs, and by the cache of files, in KiB. */
  readonly memoryUsed: number;
  readonly memoryCached: number;
  /** When it was started, in seconds since 1970: an hour before the course begins on it. */
  readonly bootedAt: number;
  /** What its /etc/resolv.conf names. */
  readonly nameserver: string;
} = {
  cpus: 2,
  disk: { total: 60 << 20, used: 12 << 20, available: 45 << 20 },
  memory: 8 << 20,
  memoryUsed: 1 << 20,
  memoryCached: 2 << 20,
  bootedAt: 1_793_602_800,
  nameserver: "10.255.255.53",
};
