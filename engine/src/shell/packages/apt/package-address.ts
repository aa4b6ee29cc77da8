import type { AptCatalogue, AptPackage } from "./apt-catalogue.ts";

/** Where apt fetches a package: `http://deb.debian.org/debian trixie/main amd64`. */
export function packageAddress({ suite }: AptCatalogue, from: AptPackage["from"]): string {
  const part = from === "main" ? "" : `-${from}`;
  return `http://deb.debian.org/debian${from === "security" ? part : ""} ${suite}${part}/main amd64`;
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
