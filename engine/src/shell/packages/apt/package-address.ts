import type { AptCatalogue, AptPackage } from "./apt-catalogue.ts";

/** Where apt fetches a package: `http://deb.debian.org/debian trixie/main amd64`. */
export function packageAddress({ suite }: AptCatalogue, from: AptPackage["from"]): string {
  const part = from === "main" ? "" : `-${from}`;
  return `http://deb.debian.org/debian${from === "security" ? part : ""} ${suite}${part}/main amd64`;
}

/** The whole address of a package's file, as apt writes it in a complaint. */
export function archiveUrl(catalogue: AptCatalogue, it: AptPackage): string {
  const source = catalogue.sourceOf(it.name);
  const letter = source.startsWith("lib") ? source.slice(0, 4) : source.slice(0, 1);
  const version = it.version.replace(/^\d+:/, "").replaceAll("+", "%2b").replaceAll("~", "%7e");
  const [host, pool] = it.from === "security" ? ["debian-security", "pool/updates"] : ["debian", "pool"];
  return `http://deb.debian.org/${host}/${pool}/main/${letter}/${source}/${it.name.replaceAll("+", "%2b")}_${version}_${it.architecture}.deb`;
}

/** Parts of the archive by the letter that a catalogue's version has. */
export const PARTS: Readonly<Record<string, AptPackage["from"]>> = {
  m: "main",
  s: "security",
  u: "updates",
};

/** The release as `apt list` and `apt-get -s` name it: `stable-security`. */
export const releaseName = ({ suite }: AptCatalogue, from: AptPackage["from"]): string =>
  `${suite === "trixie" ? "stable" : "oldstable"}${from === "main" ? "" : `-${from}`}`;
