import type { Content } from "../../../vfs/content.ts";
import { catalogueParts } from "../catalogue-parts.ts";
import { canonicalName } from "./requirement.ts";
import { compareVersions } from "./version.ts";

/** One version of a package as the catalogue holds it. */
export interface Wheel {
  /** As METADATA spells it: `Flask`. */
  readonly name: string;
  readonly version: string;
  /** File name for a Python, `cp313` on glibc or musl: compiled wheels carry its tags. */
  fileName(python: { readonly tag: string; readonly libc: "glibc" | "musl" }): string;
  /** Bytes of the wheel; a compiled one is measured for CPython 3.11. */
  readonly bytes: number;
  /** Bytes of its METADATA, which the index serves on its own. */
  readonly metadata: number;
  readonly requires: readonly string[];
  /** What it puts into site-packages: name, number of files, bytes. */
  readonly top: readonly {
    readonly name: string;
    readonly files: number;
    readonly bytes: number;
  }[];
  readonly scripts: readonly {
    readonly name: string;
    readonly module: string;
    readonly call: string;
  }[];
  /** Bytes of byte code that pip compiles on installing. */
  readonly byteCode: number;
  readonly summary: string;
  readonly license: string;
  readonly author: string;
  readonly home: string;
  /** `flask-3.1.3.dist-info` */
  readonly info: string;
  /** Its extras by canonical name, one with a question mark where the catalogue lacks what it needs; undefined: not known. */
  readonly extras: readonly string[] | undefined;
  /** A project's own code instead of what the catalogue counts. */
  readonly project?: {
    /** Where its packages lie: the project's folder or `src` in it. */
    readonly root: string;
    /** The folder that was named. */
    readonly folder: string;
    readonly backend: string;
    /** Installed by a line in a .pth file: what is imported is the folder itself. */
    readonly editable: boolean;
    /** The wheel that it was built into before; `direct`: that file was named, and not found by the project's name. */
    readonly archive?: { readonly path: string; readonly direct: boolean } | undefined;
    /** `Ann <ann@example.org>` */
    readonly authorEmail: string;
    readonly sources: readonly { readonly name: string; readonly content: Content }[];
  };
}

/** Columns of a row in packages/pip.json; see scripts/bases/make-packages.ts. */
type PipRow = readonly [
  name: string,
  version: string,
  tags: string,
  stem: string,
  bytes: number,
  metadata: number,
  requires: readonly string[],
  top: string,
  scripts: string,
  byteCode: number,
  summary: string,
  license: string,
  author: string,
  home: string,
  extras?: string,
];

/** A row of the catalogue's file, whose JSON says nothing of its types. */
function pipRow(row: unknown): PipRow {
  const isRow = (value: unknown): value is PipRow =>
    Array.isArray(value) &&
    value.length >= 14 &&
    value.every((field, at) =>
      at === 6 ? Array.isArray(field) : typeof field === (NUMBERS.has(at) ? "number" : "string"),
    );
  if (!isRow(row)) throw new Error(`a row of the pip catalogue is none: ${JSON.stringify(row).slice(0, 80)}`);
  return row;
}
/** Fields of a row that are numbers: bytes, metadata, byteCode. */
const NUMBERS: ReadonlySet<number> = new Set([4, 5, 9]);

let byName: Map<string, readonly Wheel[]> | undefined;

const read = ([
  name,
  version,
  tags,
  stem,
  bytes,
  metadata,
  requires,
  top,
  scripts,
  byteCode,
  summary,
  license,
  author,
  home,
  extras,
]: PipRow): Wheel => ({
  name,
  version,
  fileName: ({ tag, libc }) => {
    const mine = tags.replaceAll("cp311", tag);
    return `${stem}-${version}-${libc === "musl" ? mine.replace(/-[^-]*manylinux[^-]*$/, "-musllinux_1_2_x86_64") : mine}.whl`;
  },
  bytes,
  metadata,
  requires,
  top: top
    .split(" ")
    .filter(Boolean)
    .map((one) => {
      const colon = one.lastIndexOf(":");
      const [files = 0, size = 0] = one
        .slice(colon + 1)
        .split(",")
        .map(Number);
      return { name: one.slice(0, colon), files, bytes: size };
    }),
  scripts: scripts
    .split(" ")
    .filter(Boolean)
    .map((script) => {
      const [, name = "", module = "", call = ""] = /^([^=]*)=([^:]*):?(.*)$/.exec(script) ?? [];
      return { name, module, call };
    }),
  byteCode,
  summary,
  license,
  author,
  home,
  info: `${stem}-${version}.dist-info`,
  extras: extras?.split(" ").filter(Boolean),
});

/** Every version by canonical name, newest first: rows of older versions leave out what is as in the newest. */
function readAll(): Map<string, readonly Wheel[]> {
  const { data } = catalogueParts.pip;
  const [rows, older] = [data.wheels.map(pipRow), data.older.map(pipRow)];
  const found = new Map<string, Wheel[]>(rows.map((row) => [canonicalName(row[0]), [read(row)]]));
  for (const row of older) {
    const [name, version, tags, stem, bytes, metadata, requires, top, scripts, byteCode, ...about] = row;
    const key = canonicalName(name);
    const newest = found.get(key)?.[0];
    const [summary, license, author, home, extras] = about;
    const wheel = read([
      name,
      version,
      tags || "py3-none-any",
      stem || name,
      bytes,
      metadata,
      requires,
      top,
      scripts,
      byteCode,
      summary || (newest?.summary ?? ""),
      license || (newest?.license ?? ""),
      author || (newest?.author ?? ""),
      home || (newest?.home ?? ""),
      extras ?? "",
    ]);
    found.set(key, [...(found.get(key) ?? []), wheel]);
  }
  for (const wheels of found.values()) wheels.sort((a, b) => compareVersions(b.version, a.version));
  return found;
}

/** Versions of this name, newest first; none says nothing about the real index. */
export function findWheels(name: string): readonly Wheel[] {
  byName ??= readAll();
  return byName.get(canonicalName(name)) ?? [];
}

/** Is it known that the real index has nothing of this name? */
export const isAbsent = (name: string): boolean =>
  catalogueParts.pip.data.absent.some((one) => canonicalName(one) === canonicalName(name));

/** The newest version of this name. */
export const findWheel = (name: string): Wheel | undefined => findWheels(name)[0];
