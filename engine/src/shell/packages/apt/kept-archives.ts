import type { Process } from "../../process.ts";
import type { AptPackage } from "./apt-catalogue.ts";
import { debFile } from "./deb-file.ts";
import { dpkgFileName } from "./deb-name.ts";

const FOLDER = "/var/cache/apt/archives";
const SETTINGS = "/etc/apt/apt.conf.d";

/** Does apt find this package in its cache, as it was downloaded before? */
export function isKept({ files }: Process, it: AptPackage): boolean {
  const content = files.read(`${FOLDER}/${dpkgFileName(it)}`);
  return typeof content !== "string" && content.identity === debFile(it).identity;
}

/** Leaves the archives where `--download-only` and apt itself put them. */
export function keepArchives({ files }: Process, packages: readonly AptPackage[]): void {
  for (const it of packages) files.write(`${FOLDER}/${dpkgFileName(it)}`, debFile(it));
}

/** What Debian's images do after each run of dpkg unless somebody removes the setting (docker-clean): no archive stays. */
export function cleansArchives({ files }: Process): boolean {
  const names = files.list(SETTINGS);
  return (typeof names === "string" ? [] : names).some((name) => {
    const content = files.read(`${SETTINGS}/${name}`);
    return typeof content !== "string" && /^DPkg::Post-Invoke\b.*archives\/\*\.deb/m.test(content.text ?? "");
  });
}

/** Removes every archive of the cache. */
export function removeArchives({ files }: Process): void {
  const names = files.list(FOLDER);
  for (const name of typeof names === "string" ? [] : names)
    if (name.endsWith(".deb")) files.unlink(`${FOLDER}/${name}`);
}
