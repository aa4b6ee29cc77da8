import type { FileSystem } from "../../../vfs/file-system.ts";
import { catalogueParts } from "../catalogue-parts.ts";

/** One package of a Debian archive, as apt knew it when the catalogue was read. */
export interface AptPackage {
  readonly name: string;
  readonly version: string;
  /** Installed-Size: KiB. */
  readonly kib: number;
  /** Bytes of the .deb. */
  readonly download: number;
  readonly section: string;
  readonly from: "main" | "security" | "updates";
  readonly architecture: "amd64" | "all";
  /** dpkg says `name:amd64` of packages that may stand beside themselves for another architecture. */
  readonly multiArch: boolean;
  readonly depends: readonly string[];
  /** `?name` where the catalogue lacks what it recommends. */
  readonly recommends: readonly string[];
  /** `gpm hunspell` */
  readonly suggests: string;
  readonly summary: string;
  /** Every version that the archive has, newest first, with its parts: `m`ain, `s`ecurity, `u`pdates, in apt's order. */
  readonly versions: readonly { readonly version: string; readonly parts: string }[];
  /** Packages of the base that have to be upgraded for it. */
  readonly lifts: readonly string[];
  /** `curl*314488`, `pip3>pip`, paths in /usr/bin unless they start with a slash. */
  readonly programs: readonly string[];
}

/** Columns of a row in packages/apt-*.json; see scripts/bases/make-packages.ts. Numbers in relations are rows. */
type AptRow = readonly [
  name: string,
  version: string,
  kib: number,
  download: number,
  section: string,
  flags: string,
  depends: readonly (number | string)[],
  recommends: readonly (number | string)[],
  summary: string,
  suggests: string,
  versions?: string,
  lifts?: readonly (number | string)[],
];

/** One index file that `apt-get update` fetches: how it is named, what is sent, what is kept. */
export interface ListFile {
  readonly suite: string;
  readonly part: "InRelease" | "Packages";
  readonly sent: number;
  readonly kept: number;
}

export interface AptCatalogue {
  readonly suite: "trixie" | "bookworm";
  readonly lists: readonly ListFile[];
  /** Files and folders that dpkg counts in a fresh slim image. */
  readonly databaseEntries: number;
  find(name: string): AptPackage | undefined;
  /** The version that apt would install. */
  candidate(name: string): string | undefined;
  /** Names of the base's packages that the archive has newer, in the order in which apt unpacks them. */
  readonly upgrades: readonly string[];
  /** The source package that a package is made of: the folder in which it lies. */
  sourceOf(name: string): string;
  /** Configuration files of a package that people edit: text by path. */
  textsOf(name: string): Readonly<Record<string, string>>;
}

/** Sizes as `apt-get update` printed and left them on 2026-11-21, with Debian's docker-gzip-indexes. */
const LISTS = {
  trixie: [
    { suite: "trixie", part: "InRelease", sent: 140_421, kept: 140_421 },
    { suite: "trixie-updates", part: "InRelease", sent: 47_340, kept: 47_340 },
    { suite: "trixie-security", part: "InRelease", sent: 43_409, kept: 43_409 },
    { suite: "trixie", part: "Packages", sent: 9_678_000, kept: 20_802_454 },
    { suite: "trixie-updates", part: "Packages", sent: 1_108, kept: 1_461 },
    { suite: "trixie-security", part: "Packages", sent: 325_000, kept: 662_491 },
  ],
  bookworm: [
    { suite: "bookworm", part: "InRelease", sent: 151_075, kept: 151_075 },
    { suite: "bookworm-updates", part: "InRelease", sent: 55_403, kept: 55_403 },
    { suite: "bookworm-security", part: "InRelease", sent: 34_770, kept: 34_770 },
    { suite: "bookworm", part: "Packages", sent: 8_790_000, kept: 18_840_233 },
    { suite: "bookworm-updates", part: "Packages", sent: 6_924, kept: 11_648 },
    { suite: "bookworm-security", part: "Packages", sent: 376_000, kept: 759_606 },
  ],
} as const satisfies Record<string, readonly ListFile[]>;

function open(suite: "trixie" | "bookworm", databaseEntries: number): AptCatalogue {
  const { rows: all, programs, upgrades, texts, sources } = catalogueParts[`apt-${suite}`].data;
  const rows = all as AptRow[];
  const index = new Map(rows.map((row, at) => [row[0], at]));
  const named = (refs: readonly (number | string)[]): string[] =>
    refs.map((ref) => (typeof ref === "number" ? (rows[ref]?.[0] ?? "") : ref));
  return {
    suite,
    lists: LISTS[suite],
    databaseEntries,
    upgrades,
    sourceOf: (name) => sources[name] ?? name,
    textsOf: (name) =>
      texts.includes(name) ? (catalogueParts[`apt-texts-${suite}`].data.texts[name] ?? {}) : {},
    candidate: (name) => rows[index.get(name) ?? -1]?.[1],
    find(name) {
      const row = rows[index.get(name) ?? -1];
      if (!row) return undefined;
      const [, version, kib, download, section, flags, depends, recommends, summary, suggests] = row;
      const [versions = "", lifts = []] = row.slice(10) as [string?, (number | string)[]?];
      return {
        name,
        version,
        kib,
        download,
        section,
        versions: (versions || `${version}@${/[su]/.exec(flags)?.[0] ?? "m"}`).split(" ").map((one) => {
          const at = one.lastIndexOf("@");
          return { version: one.slice(0, at), parts: one.slice(at + 1) };
        }),
        lifts: named(lifts),
        from: flags.includes("s") ? "security" : flags.includes("u") ? "updates" : "main",
        architecture: flags.includes("a") ? "all" : "amd64",
        multiArch: flags.includes("m"),
        depends: named(depends),
        recommends: named(recommends),
        suggests,
        summary,
        programs: (programs[name] ?? "").split(" ").filter(Boolean),
      };
    },
  };
}

const made = new Map<string, AptCatalogue>();

/** The archive that this image's apt asks; undefined where Drydock has no catalogue of it. */
export function aptCatalogue(files: FileSystem): AptCatalogue | undefined {
  const content = files.read("/etc/os-release");
  const suite =
    /^VERSION_CODENAME=(\w+)$/m.exec(typeof content === "string" ? "" : (content.text ?? ""))?.[1] ?? "";
  const known = made.get(suite);
  if (known) return known;
  const catalogue =
    suite === "trixie" ? open("trixie", 4951) : suite === "bookworm" ? open("bookworm", 6096) : undefined;
  if (catalogue) made.set(suite, catalogue);
  return catalogue;
}
