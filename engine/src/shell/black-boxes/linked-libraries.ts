import { notSimulated } from "../../core/engine-error.ts";
import type { Content } from "../../vfs/content.ts";
import { aptCatalogue } from "../packages/apt/apt-catalogue.ts";
import { catalogueParts } from "../packages/catalogue-parts.ts";
import { readDpkgStatus } from "../packages/dpkg-status.ts";
import type { Process } from "../process.ts";
import { readBuiltFile } from "./built-file.ts";

/** Addresses as they are where the kernel does not shuffle them; elsewhere no two runs agree on them. */
const VDSO = "0x00007ffff7fc1000";
const LOADER = "0x00007ffff7fc3000";
const LIBRARIES = 0x7ffff7c00000;
const STEP = 0x200000;
const LOADER_NAME = "ld-linux-x86-64.so.2";
const FOLDER = "/lib/x86_64-linux-gnu";

/** What ldd tells of one file. */
interface Linked {
  readonly text: string;
  readonly status: number;
  readonly toStderr?: boolean;
}

const STATIC: Linked = { text: "\tnot a dynamic executable\n", status: 1, toStderr: true };

/** The names that a file's own header asks for; undefined where nobody knows. */
function neededBy(process: Process, { identity }: Content): readonly string[] | undefined {
  const suite = aptCatalogue(process.files)?.suite;
  const path = / (\/\S+)$/.exec(identity ?? "")?.[1]?.replace(/^\/usr\//, "/");
  if (suite === undefined || path === undefined) return undefined;
  return catalogueParts[`apt-libraries-${suite}`].data.programs[path]?.split(" ").filter(Boolean);
}

/**
 * What glibc's ldd says of a file that a declared build made, or that a package of Debian brings: every library that is loaded,
 * in the order in which the loader meets them, breadth first (read against ldd for all programs of debootstrap's trees).
 *
 * @returns undefined for every other file
 * @throws {EngineError} NOT_SIMULATED for a program of musl, or a library of which the catalogue does not know what it needs
 */
export function linkedLibraries(process: Process, content: Content): Linked | undefined {
  const built = readBuiltFile(content);
  if (built && built.linkage !== "glibc" && built.linkage !== "musl") return STATIC;
  const box = built && process.kernel.blackBoxes.find(({ name }) => name === built.name);
  if (built?.linkage === "musl")
    throw notSimulated(`the libraries of ${built.name} here`, "say which are missing");
  const wanted = box ? box.build?.libraries : neededBy(process, content);
  if (!wanted) return undefined;
  const suite = aptCatalogue(process.files)?.suite;
  const known = suite === undefined ? {} : catalogueParts[`apt-libraries-${suite}`].data.libraries;
  const installed = new Set(
    (readDpkgStatus(process.files) ?? []).flatMap(({ name, removed }) => (removed ? [] : [name])),
  );
  const order: string[] = [];
  const waiting = [...wanted];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (order.includes(name)) continue;
    order.push(name);
    process.kernel.spend(1);
    const row = known[name];
    if (row && (installed.has(row[0] ?? "") || name === LOADER_NAME))
      waiting.push(...(row[2] ?? "").split(" ").filter(Boolean));
  }
  if (!order.includes(LOADER_NAME)) order.push(LOADER_NAME);
  const lines = order.map((name, at) => {
    if (name === LOADER_NAME) return `\t/lib64/${name} (${LOADER})\n`;
    const [owner] = known[name] ?? [];
    const there = process.files.exists(`${FOLDER}/${name}`) || (owner !== undefined && installed.has(owner));
    if (!there && owner === undefined && !box)
      throw notSimulated(`the library ${name}, which Drydock's catalogue lacks`, "tell whether it was found");
    const address = (LIBRARIES + (order.length - 1 - at) * STEP).toString(16);
    return there ? `\t${name} => ${FOLDER}/${name} (0x0000${address})\n` : `\t${name} => not found\n`;
  });
  return { text: `\tlinux-vdso.so.1 (${VDSO})\n${lines.join("")}`, status: 0 };
}
