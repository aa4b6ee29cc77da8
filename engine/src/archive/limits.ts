const MiB = 1024 * 1024;

/** How much an archive may hold before it is refused: it comes from people who may mean harm. Sizes in bytes. */
export interface ArchiveLimits {
  readonly packed: number;
  readonly unpacked: number;
  /** Unpacked bytes for each packed one, once a first mebibyte is out. */
  readonly ratio: number;
  readonly entries: number;
  readonly file: number;
  /** Folders above a file. */
  readonly depth: number;
  readonly path: number;
}

export const LIMITS: ArchiveLimits = {
  packed: 20 * MiB,
  unpacked: 64 * MiB,
  ratio: 200,
  entries: 5_000,
  file: 10 * MiB,
  depth: 32,
  path: 1_024,
};

/** From here on the ratio counts; small texts of one letter pack well and do no harm. */
export const RATIO_FROM: number = MiB;

/** Why an archive is not read: it is broken, or holds more than a limit allows. */
export interface ArchiveRefusal {
  readonly error: string;
  readonly limit: boolean;
}

export const broken = (error: string): ArchiveRefusal => ({ error, limit: false });
export const tooMuch = (what: string): ArchiveRefusal => ({ error: `more than ${what}`, limit: true });
