import type { FileSystem } from "../../vfs/file-system.ts";
import { Content } from "../../vfs/content.ts";

/** One package in /var/lib/dpkg/status. */
export interface DpkgPackage {
  readonly name: string;
  readonly version: string;
  /** Installed-Size: KiB. */
  readonly kib: number;
  readonly architecture: string;
  readonly section: string;
  readonly priority: string;
  readonly essential: boolean;
  readonly summary: string;
  readonly depends: string;
  /** Removed but not purged: its configuration files are still there. */
  readonly removed: boolean;
  /** `apt-mark hold`: neither upgraded nor removed. */
  readonly held?: boolean;
}

const PATH = "/var/lib/dpkg/status";

/** `name|version|KiB|architecture|section|priority|summary`, as base images' data write it. */
export function readDpkgRow(row: string): DpkgPackage {
  const [name = "", version = "", kib = "0", architecture = "", section = "", priority = "", summary = ""] =
    row.split("|");
  return {
    name,
    version,
    kib: Number(kib),
    architecture,
    section,
    priority: priority.replace("!", ""),
    essential: priority.endsWith("!"),
    summary,
    depends: "",
    removed: false,
  };
}

/** The stanza in the fields that dpkg and apt print; the real one has more (Maintainer, Conffiles, ...). */
export const dpkgStanza = (it: DpkgPackage): string =>
  [
    `Package: ${it.name}`,
    ...(it.essential ? ["Essential: yes"] : []),
    `Status: ${it.removed ? "deinstall ok config-files" : `${it.held ? "hold" : "install"} ok installed`}`,
    `Priority: ${it.priority}`,
    `Section: ${it.section}`,
    `Installed-Size: ${it.kib}`,
    `Architecture: ${it.architecture}`,
    `Version: ${it.version}`,
    ...(it.depends ? [`Depends: ${it.depends}`] : []),
    `Description: ${it.summary}`,
    "",
    "",
  ].join("\n");

/** Packages of the dpkg database in its order; undefined where there is none (or its bytes are not known). */
export function readDpkgStatus(files: FileSystem): DpkgPackage[] | undefined {
  const content = files.read(PATH);
  if (typeof content === "string" || content.text === undefined) return undefined;
  return content.text.split("\n\n").flatMap((stanza) => {
    const fields = new Map<string, string>();
    for (const line of stanza.split("\n")) {
      const colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith(" ")) fields.set(line.slice(0, colon), line.slice(colon + 2));
    }
    const name = fields.get("Package");
    if (name === undefined) return [];
    return {
      name,
      version: fields.get("Version") ?? "",
      kib: Number(fields.get("Installed-Size") ?? 0),
      architecture: fields.get("Architecture") ?? "",
      section: fields.get("Section") ?? "",
      priority: fields.get("Priority") ?? "",
      essential: fields.get("Essential") === "yes",
      summary: fields.get("Description") ?? "",
      depends: fields.get("Depends") ?? "",
      removed: (fields.get("Status") ?? "").includes("config-files"),
      ...((fields.get("Status") ?? "").startsWith("hold ") && { held: true }),
    };
  });
}

export function writeDpkgStatus(files: FileSystem, packages: readonly DpkgPackage[]): void {
  files.write(PATH, Content.of(packages.map(dpkgStanza).join("")));
}
