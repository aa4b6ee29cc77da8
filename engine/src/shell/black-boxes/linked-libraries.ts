import { notSimulated } from "../../core/engine-error.ts";
import type { Content } from "../../vfs/content.ts";
import type { Process } from "../process.ts";
import { readBuiltFile } from "./built-file.ts";

/** Addresses as they are where the kernel does not shuffle them; elsewhere no two runs agree on them. */
const VDSO = "0x00007ffff7fc1000";
const LOADER = "0x00007ffff7fc3000";
const LIBRARIES = 0x7ffff7c00000;
const STEP = 0x200000;

/**
 * What glibc's ldd says of a file that a declared build made. @returns undefined for every other file
 * @throws {EngineError} NOT_SIMULATED for a program of musl, or a library that is not there
 */
export function linkedLibraries(
  process: Process,
  content: Content,
): { readonly text: string; readonly status: number } | undefined {
  const built = readBuiltFile(content);
  if (!built) return undefined;
  if (built.linkage !== "glibc" && built.linkage !== "musl")
    return { text: "\tnot a dynamic executable\n", status: 1 };
  const box = process.kernel.blackBoxes.find(({ name }) => name === built.name);
  const libraries = box?.build?.libraries ?? [];
  const folder = "/lib/x86_64-linux-gnu";
  if (built.linkage === "musl" || !libraries.every((name) => process.files.exists(`${folder}/${name}`)))
    throw notSimulated(`the libraries of ${built.name} here`, "say which are missing");
  const lines = libraries.map(
    (name, at) =>
      `\t${name} => ${folder}/${name} (0x0000${(LIBRARIES + (libraries.length - 1 - at) * STEP).toString(16)})\n`,
  );
  return {
    text: `\tlinux-vdso.so.1 (${VDSO})\n${lines.join("")}\t/lib64/ld-linux-x86-64.so.2 (${LOADER})\n`,
    status: 0,
  };
}
