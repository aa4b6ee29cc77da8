import { Part } from "../../core/part.ts";

/** Files of engine/bases/packages; their rows are read by the catalogue that each belongs to. */
interface AptFile {
  readonly rows: readonly unknown[];
  readonly programs: Readonly<Record<string, string>>;
  readonly upgrades: readonly string[];
  /** Source packages, where they are not named like the package. */
  readonly sources: Readonly<Record<string, string>>;
  /** Packages whose configuration `apt-texts` holds. */
  readonly texts: readonly string[];
}
/** Configuration files that people edit, as a package brings them: text by path, by package. */
interface AptTexts {
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
/** What programs and libraries ask the loader for, names joined by spaces. Programs go by their path without `/usr`. */
interface AptLibraries {
  readonly programs: Readonly<Record<string, string>>;
  /** The package, `/lib` or `/usr/lib`, and what it asks for itself. */
  readonly libraries: Readonly<Record<string, readonly string[]>>;
}
/** What `apt-cache show` prints of the packages that people ask for by name, and who provides virtual ones. */
interface AptStanzas {
  readonly stanzas: Readonly<Record<string, string>>;
  readonly providers: Readonly<Record<string, readonly string[]>>;
}

export const catalogueParts: {
  readonly "apt-trixie": Part<AptFile>;
  readonly "apt-bookworm": Part<AptFile>;
  readonly "apt-noble": Part<AptFile>;
  readonly "apt-stanzas-trixie": Part<AptStanzas>;
  readonly "apt-stanzas-bookworm": Part<AptStanzas>;
  readonly "apt-stanzas-noble": Part<AptStanzas>;
  readonly "apt-texts-trixie": Part<AptTexts>;
  readonly "apt-texts-bookworm": Part<AptTexts>;
  readonly "apt-texts-noble": Part<AptTexts>;
  readonly "apt-libraries-trixie": Part<AptLibraries>;
  readonly "apt-libraries-bookworm": Part<AptLibraries>;
  readonly "apt-libraries-noble": Part<AptLibraries>;
  readonly apk: Part<{
    readonly offers: Readonly<Record<string, readonly unknown[]>>;
    readonly absent: readonly string[];
    readonly atLeast: Readonly<Record<string, string>>;
  }>;
  readonly npm: Part<{
    readonly trees: readonly unknown[];
    readonly packages: Readonly<Record<string, unknown>>;
    readonly offers: Readonly<Record<string, unknown>>;
    readonly resolved: Readonly<Record<string, string>>;
  }>;
  readonly "pip-hashes": Part<{ readonly files: Readonly<Record<string, readonly string[]>> }>;
  readonly pip: Part<{
    readonly wheels: readonly unknown[];
    readonly older: readonly unknown[];
    readonly absent: readonly string[];
  }>;
} = {
  "apt-trixie": new Part("catalogue:apt-trixie"),
  "apt-bookworm": new Part("catalogue:apt-bookworm"),
  "apt-noble": new Part("catalogue:apt-noble"),
  "apt-stanzas-trixie": new Part("catalogue:apt-stanzas-trixie"),
  "apt-stanzas-bookworm": new Part("catalogue:apt-stanzas-bookworm"),
  "apt-stanzas-noble": new Part("catalogue:apt-stanzas-noble"),
  "apt-texts-trixie": new Part("catalogue:apt-texts-trixie"),
  "apt-texts-bookworm": new Part("catalogue:apt-texts-bookworm"),
  "apt-texts-noble": new Part("catalogue:apt-texts-noble"),
  "apt-libraries-trixie": new Part("catalogue:apt-libraries-trixie"),
  "apt-libraries-bookworm": new Part("catalogue:apt-libraries-bookworm"),
  "apt-libraries-noble": new Part("catalogue:apt-libraries-noble"),
  apk: new Part("catalogue:apk"),
  npm: new Part("catalogue:npm"),
  "pip-hashes": new Part("catalogue:pip-hashes"),
  pip: new Part("catalogue:pip"),
};
