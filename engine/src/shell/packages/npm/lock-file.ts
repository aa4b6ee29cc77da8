import { notSimulated } from "../../../core/engine-error.ts";
import { Content } from "../../../vfs/content.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import type { PlacedPackage } from "./ideal-tree.ts";
import type { Manifest } from "./read-manifest.ts";

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** package-lock.json as far as npm's work hangs on it; a file without `packages` tells nothing of them. */
export interface Lock {
  readonly packages?: Readonly<Record<string, LockedPackage>>;
}

const NAMES = ["npm-shrinkwrap.json", "package-lock.json"];
/** Bytes of a package's entry: an estimate, measured are 320 to 350. */
const ENTRY = 340;

/** What a manifest asks for, as one text. */
const askedText = ({ dependencies, devDependencies }: Manifest): string =>
  JSON.stringify(
    [dependencies ?? {}, devDependencies ?? {}].map((all) =>
      Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );

/** The lock file of the working folder. @throws {EngineError} NOT_SIMULATED for one that is no JSON, or that npm made here for other dependencies */
export function readLock(process: Process, manifest: Manifest): Lock | undefined {
  for (const name of NAMES) {
    const content = process.files.read(join(process.cwd, name));
    if (typeof content === "string") continue;
    if (content.identity !== undefined) {
      if (content.identity === `npm lock ${askedText(manifest)}`) return {};
      throw notSimulated(`npm with a ${name} that was made for other dependencies`, "compare both files");
    }
    try {
      return JSON.parse(content.text ?? "") as Lock;
    } catch {
      throw notSimulated(`npm with a ${name} that is not JSON`, "say where the file breaks");
    }
  }
  return undefined;
}

/** Leaves the lock file of a tree: its size is known, its checksums are not in the catalogue. */
export function writeLock(process: Process, manifest: Manifest, tree: readonly PlacedPackage[]): void {
  const packages = tree.reduce((sum, { it }) => sum + it.packages, 0);
  const content = Content.declared(200 + ENTRY * packages, `npm lock ${askedText(manifest)}`);
  process.files.write(join(process.cwd, "package-lock.json"), content);
}
