import { notSimulated } from "../../../core/engine-error.ts";
import { Content } from "../../../vfs/content.ts";
import type { FileSystem } from "../../../vfs/file-system.ts";
import type { AptCatalogue, AptPackage } from "./apt-catalogue.ts";

/** First bytes of every .deb (deb(5)): an `ar` archive. */
const MAGIC = "!<arch>\n";

/** The archive of a package of the catalogue, as a file. */
export const debFile = ({ name, version, download }: AptPackage): Content =>
  Content.declared(download, `deb ${name} ${version}`);

/**
 * The package that a .deb file holds; `absent` where there is no file, `broken` where it is no such archive.
 * @throws {EngineError} NOT_SIMULATED for an archive that did not come from the catalogue
 */
export function packageInFile(
  files: FileSystem,
  catalogue: AptCatalogue | undefined,
  path: string,
): AptPackage | "absent" | "broken" {
  const content = files.read(path);
  if (typeof content === "string") return "absent";
  const [kind, name = "", version] = content.identity?.split(" ") ?? [];
  const it = kind === "deb" ? catalogue?.find(name) : undefined;
  if (it?.version === version && it) return it;
  if (content.bytes && !(content.text ?? "").startsWith(MAGIC)) return "broken";
  throw notSimulated(`the package in ${path}`, "unpack and configure it");
}
