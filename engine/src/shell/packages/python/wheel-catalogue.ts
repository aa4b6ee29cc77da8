import catalogue from "../../../../bases/packages/pip.json" with { type: "json" };
import { canonicalName } from "./requirement.ts";

/** One wheel as the catalogue holds it: the newest version when it was read. */
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
  readonly top: readonly { readonly name: string; readonly files: number; readonly bytes: number }[];
  readonly scripts: readonly { readonly name: string; readonly module: string; readonly call: string }[];
  /** Bytes of byte code that pip compiles on installing. */
  readonly byteCode: number;
  readonly summary: string;
  readonly license: string;
  readonly author: string;
  readonly home: string;
  /** `flask-3.1.3.dist-info` */
  readonly info: string;
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
];

let byName: Map<string, PipRow> | undefined;

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
});

/** The wheel of this name; undefined where the catalogue has none, which says nothing about the real index. */
export function findWheel(name: string): Wheel | undefined {
  byName ??= new Map((catalogue.wheels as unknown as PipRow[]).map((row) => [canonicalName(row[0]), row]));
  const row = byName.get(canonicalName(name));
  return row && read(row);
}
