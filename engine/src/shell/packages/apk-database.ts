import { Content } from "../../vfs/content.ts";
import type { FileSystem } from "../../vfs/file-system.ts";

/** One package in /lib/apk/db/installed. */
export interface ApkPackage {
  readonly name: string;
  readonly version: string;
  /** Installed size in bytes. */
  readonly bytes: number;
  readonly summary: string;
  readonly depends: readonly string[];
}

const PATH = "/lib/apk/db/installed";

/** `name|version|bytes|summary`, as base images' data write it. */
export function readApkRow(row: string): ApkPackage {
  const [name = "", version = "", bytes = "0", summary = ""] = row.split("|");
  return { name, version, bytes: Number(bytes), summary, depends: [] };
}

/** The letters are apk's own (Alpine wiki, "Apk spec", installed database v2). */
export const apkStanza = (it: ApkPackage): string =>
  [
    `P:${it.name}`,
    `V:${it.version}`,
    "A:x86_64",
    `I:${it.bytes}`,
    `T:${it.summary}`,
    ...(it.depends.length > 0 ? [`D:${it.depends.join(" ")}`] : []),
    "",
    "",
  ].join("\n");

/** Packages of the apk database in its order; undefined where there is none. */
export function readApkDatabase(files: FileSystem): ApkPackage[] | undefined {
  const content = files.read(PATH);
  if (typeof content === "string" || content.text === undefined) return undefined;
  return content.text.split("\n\n").flatMap((stanza) => {
    const letter = (key: string): string =>
      stanza
        .split("\n")
        .find((line) => line.startsWith(`${key}:`))
        ?.slice(2) ?? "";
    if (letter("P") === "") return [];
    return {
      name: letter("P"),
      version: letter("V"),
      bytes: Number(letter("I")),
      summary: letter("T"),
      depends: letter("D").split(" ").filter(Boolean),
    };
  });
}

export function writeApkDatabase(files: FileSystem, packages: readonly ApkPackage[]): void {
  files.write(PATH, Content.of(packages.map(apkStanza).join("")));
}
