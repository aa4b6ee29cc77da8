import { basename } from "../../../vfs/path.ts";

/** Distributions of which Drydock has a catalogue. */
export type AptSuite = "trixie" | "bookworm" | "noble";

/** One index file that `apt-get update` fetches: how it is named, what is sent, what is kept. */
export interface ListFile {
  readonly suite: string;
  readonly part: "InRelease" | "Packages";
  /** `main` where nothing is said. */
  readonly component?: string;
  readonly sent: number;
  readonly kept: number;
}

/** What is a distribution's own, and not a package's. */
export interface Archive {
  readonly vendor: "Debian" | "Ubuntu";
  /** Number of the release, and what its archive calls it. */
  readonly number: string;
  readonly release: string;
  /** apt's own main version. */
  readonly apt: 2 | 3;
  readonly components: readonly string[];
  /** In the order in which apt told of them. */
  readonly lists: readonly ListFile[];
  /** Files and folders that dpkg counts in a fresh image. */
  readonly databaseEntries: number;
  /** Where a suite is fetched from: `http://deb.debian.org/debian`. */
  address(suite: string): string;
  /** Addresses that people write for the same. */
  readonly known: RegExp;
}

const debian = (suite: string): string =>
  `http://deb.debian.org/debian${suite.endsWith("-security") ? "-security" : ""}`;
const DEBIAN = {
  vendor: "Debian",
  components: ["main"],
  address: debian,
  known: /^https?:\/\/(deb|security|ftp)\.debian\.org\/debian(-security)?\/?$/,
} as const;

const packages = (suite: string, component: string, sent: number, kept: number): ListFile => ({
  suite,
  part: "Packages",
  component,
  sent,
  kept,
});

/** Sizes as `apt-get update` printed and left them on 2026-11-21, with the images' docker-gzip-indexes and docker-no-languages. */
export const archives: Readonly<Record<AptSuite, Archive>> = {
  trixie: {
    ...DEBIAN,
    number: "13",
    release: "stable",
    apt: 3,
    databaseEntries: 4951,
    lists: [
      { suite: "trixie", part: "InRelease", sent: 140_421, kept: 140_421 },
      { suite: "trixie-updates", part: "InRelease", sent: 47_340, kept: 47_340 },
      { suite: "trixie-security", part: "InRelease", sent: 43_409, kept: 43_409 },
      { suite: "trixie", part: "Packages", sent: 9_678_000, kept: 20_802_454 },
      { suite: "trixie-updates", part: "Packages", sent: 1_108, kept: 1_461 },
      { suite: "trixie-security", part: "Packages", sent: 325_000, kept: 662_491 },
    ],
  },
  bookworm: {
    ...DEBIAN,
    number: "12",
    release: "oldstable",
    apt: 2,
    databaseEntries: 6096,
    lists: [
      { suite: "bookworm", part: "InRelease", sent: 151_075, kept: 151_075 },
      { suite: "bookworm-updates", part: "InRelease", sent: 55_403, kept: 55_403 },
      { suite: "bookworm-security", part: "InRelease", sent: 34_770, kept: 34_770 },
      { suite: "bookworm", part: "Packages", sent: 8_790_000, kept: 18_840_233 },
      { suite: "bookworm-updates", part: "Packages", sent: 6_924, kept: 11_648 },
      { suite: "bookworm-security", part: "Packages", sent: 376_000, kept: 759_606 },
    ],
  },
  noble: {
    vendor: "Ubuntu",
    number: "24.04",
    release: "noble",
    apt: 2,
    components: ["main", "universe", "restricted", "multiverse"],
    address: (suite) => `http://${suite.endsWith("-security") ? "security" : "archive"}.ubuntu.com/ubuntu`,
    known: /^https?:\/\/(archive|security)\.ubuntu\.com\/ubuntu\/?$/,
    databaseEntries: 4364,
    lists: [
      { suite: "noble", part: "InRelease", sent: 255_850, kept: 255_850 },
      { suite: "noble-security", part: "InRelease", sent: 126_127, kept: 126_127 },
      { suite: "noble-updates", part: "InRelease", sent: 126_125, kept: 126_125 },
      { suite: "noble-backports", part: "InRelease", sent: 126_173, kept: 126_173 },
      packages("noble-security", "multiverse", 45_400, 92_459),
      packages("noble", "main", 1_401_000, 2_950_155),
      packages("noble-security", "main", 1_198_000, 2_474_134),
      packages("noble-security", "restricted", 1_792_000, 3_758_339),
      packages("noble", "multiverse", 269_000, 530_633),
      packages("noble-security", "universe", 1_231_000, 2_601_855),
      packages("noble", "restricted", 93_900, 195_876),
      packages("noble", "universe", 15_000_000, 31_234_980),
      packages("noble-updates", "universe", 1_716_000, 3_647_620),
      packages("noble-updates", "restricted", 1_922_000, 4_025_606),
      packages("noble-updates", "multiverse", 50_700, 102_110),
      packages("noble-updates", "main", 1_475_000, 3_057_581),
      packages("noble-backports", "multiverse", 748, 921),
      packages("noble-backports", "main", 40_600, 79_250),
      packages("noble-backports", "universe", 31_000, 57_904),
    ],
  },
};

/** `apt` of apt 3, which has a form of its own for people. */
export const speaksModern = (suite: AptSuite, program: string): boolean =>
  archives[suite].apt === 3 && basename(program) === "apt";
