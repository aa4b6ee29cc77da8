import type { FileSystem } from "../../../vfs/file-system.ts";
import { archives, type AptSuite, type Archive } from "./archive.ts";
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

export interface AptCatalogue {
  readonly suite: AptSuite;
  readonly archive: Archive;
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

function open(suite: AptSuite): AptCatalogue {
  const { rows: all, programs, upgrades, texts, sources } = catalogueParts[`apt-${suite}`].data;
  const rows = all as AptRow[];
  const index = new Map(rows.map((row, at) => [row[0], at]));
  const named = (refs: readonly (number | string)[]): string[] =>
    refs.map((ref) => (typeof ref === "number" ? (rows[ref]?.[0] ?? "") : ref));
  return {
    suite,
    archive: archives[suite],
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

const isSuite = (name: string): name is AptSuite => name in archives;
const made = new Map<string, AptCatalogue>();

/** The archive that this image's apt asks; undefined where Drydock has no catalogue of it. */
export function aptCatalogue(files: FileSystem): AptCatalogue | undefined {
  const content = files.read("/etc/os-release");
  const suite =
    /^VERSION_CODENAME=(\w+)$/m.exec(typeof content === "string" ? "" : (content.text ?? ""))?.[1] ?? "";
  const known = made.get(suite);
  if (known) return known;
  const catalogue = isSuite(suite) ? open(suite) : undefined;
  if (catalogue) made.set(suite, catalogue);
  return catalogue;
}
