import { Content } from "../../vfs/content.ts";
import type { BlackBox } from "./black-box.ts";

/** What a compiled file needs of the system it is started on; `foreign`: made for another machine. */
export type Linkage = "static" | "glibc" | "musl" | "foreign" | "jar";

const LINKAGES: readonly string[] = ["static", "glibc", "musl", "foreign", "jar"] satisfies Linkage[];

const sourcesOf = ({ sources }: BlackBox): string =>
  Object.entries(sources)
    .map(([path, digest]) => `${path} ${digest}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(" ");

/** A file that a declared build has made: its mark names the black box and how it is linked. */
export const builtFile = (box: BlackBox, linkage: Linkage, bytes: number): Content =>
  Content.declared(bytes, `${box.name} ${linkage} ${sourcesOf(box)}`, `black-box ${linkage} ${box.name}`);

/** Reads the mark of a built file; undefined for every other. */
export function readBuiltFile({ program }: Content): { name: string; linkage: Linkage } | undefined {
  if (!program?.startsWith("black-box ")) return undefined;
  const [, linkage = "", ...name] = program.split(" ");
  return LINKAGES.includes(linkage) ? { name: name.join(" "), linkage: linkage as Linkage } : undefined;
}
