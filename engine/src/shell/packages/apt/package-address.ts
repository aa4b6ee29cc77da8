import type { AptCatalogue, AptPackage } from "./apt-catalogue.ts";

/** Where apt fetches a package: `http://deb.debian.org/debian trixie/main amd64`. */
export function packageAddress(
  { suite, archive }: AptCatalogue,
  it: Pick<AptPackage, "from" | "section">,
): string {
  const full = `${suite}${it.from === "main" ? "" : `-${it.from}`}`;
  return `${archive.address(full)} ${full}/${componentOf(it)} amd64`;
}

/** The component that a package is part of, as its section begins: `universe/python`. */
const componentOf = ({ section }: Pick<AptPackage, "section">): string =>
  /^(universe|multiverse|restricted)\//.exec(section)?.[1] ?? "main";

/** The whole address of a package's file, as apt writes it in a complaint. */
export function archiveUrl(catalogue: AptCatalogue, it: AptPackage): string {
  const source = catalogue.sourceOf(it.name);
  const letter = source.startsWith("lib") ? source.slice(0, 4) : source.slice(0, 1);
  const version = it.version.replace(/^\d+:/, "").replaceAll("+", "%2b").replaceAll("~", "%7e");
  const { suite, archive } = catalogue;
  const full = `${suite}${it.from === "main" ? "" : `-${it.from}`}`;
  const pool = archive.vendor === "Debian" && it.from === "security" ? "pool/updates" : "pool";
  return `${archive.address(full)}/${pool}/${componentOf(it)}/${letter}/${source}/${it.name.replaceAll("+", "%2b")}_${version}_${it.architecture}.deb`;
}

/** Parts of the archive by the letter that a catalogue's version has. */
export const PARTS: Readonly<Record<string, AptPackage["from"]>> = {
  m: "main",
  s: "security",
  u: "updates",
};

/** The release as `apt list` and `apt-get -s` name it: `stable-security`. */
export const releaseName = ({ archive }: AptCatalogue, from: AptPackage["from"]): string =>
  `${archive.release}${from === "main" ? "" : `-${from}`}`;
