import { Part } from "../../core/part.ts";

/** Files of engine/bases/packages; their rows are read by the catalogue that each belongs to. */
interface AptFile {
  readonly rows: readonly unknown[];
  readonly programs: Readonly<Record<string, string>>;
}

export const catalogueParts: {
  readonly "apt-trixie": Part<AptFile>;
  readonly "apt-bookworm": Part<AptFile>;
  readonly apk: Part<{
    readonly offers: Readonly<Record<string, readonly unknown[]>>;
    readonly absent: readonly string[];
  }>;
  readonly npm: Part<{ readonly trees: readonly unknown[] }>;
  readonly "pip-hashes": Part<{ readonly files: Readonly<Record<string, readonly string[]>> }>;
  readonly pip: Part<{
    readonly wheels: readonly unknown[];
    readonly older: readonly unknown[];
    readonly absent: readonly string[];
  }>;
} = {
  "apt-trixie": new Part("catalogue:apt-trixie"),
  "apt-bookworm": new Part("catalogue:apt-bookworm"),
  apk: new Part("catalogue:apk"),
  npm: new Part("catalogue:npm"),
  "pip-hashes": new Part("catalogue:pip-hashes"),
  pip: new Part("catalogue:pip"),
};
