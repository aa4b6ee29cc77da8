import type { AptPackage } from "./apt-catalogue.ts";

/** A package as dpkg names it: with its architecture where it may be there for several. */
export const shownName = ({ name, multiArch }: { name: string; multiArch: boolean }): string =>
  multiArch ? `${name}:amd64` : name;

/** `gcc_4%3a14.2.0-1_amd64.deb` */
export const dpkgFileName = ({ name, version, architecture }: AptPackage): string =>
  `${name}_${version.replaceAll(":", "%3a")}_${architecture}.deb`;

/** A path as dpkg shortens it to 30 characters by folders (dpkg, src/main/unpack.c, summarize_filename). */
export function shortPath(path: string): string {
  let rest = path;
  while (rest.length > 30) {
    const slash = rest.indexOf("/", 1);
    if (slash < 0) break;
    rest = rest.slice(slash);
  }
  return rest === path ? path : `...${rest}`;
}
