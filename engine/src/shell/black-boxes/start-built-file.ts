import { notSimulated } from "../../core/engine-error.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import type { Program, StartFailure } from "../process.ts";
import { compareVersions } from "../packages/python/version.ts";
import type { BlackBox } from "./black-box.ts";
import type { Linkage } from "./built-file.ts";
import { glibcVersion, loaderOf } from "./loader.ts";
import { runBlackBox } from "./run-black-box.ts";

/**
 * What execve makes of a built file: ENOENT where its loader is missing (execve(2)), ENOEXEC where it is for another machine.
 * An older glibc than it asks for is told by the loader (glibc, elf/dl-version.c), with status 1.
 */
export function startBuiltFile(
  { name, linkage }: { readonly name: string; readonly linkage: Linkage },
  path: string,
  files: FileSystem,
  boxes: readonly BlackBox[],
): Program | StartFailure {
  if (linkage === "foreign" || linkage === "jar") return { errno: "ENOEXEC", path };
  const loader = loaderOf(linkage);
  if (loader !== undefined && !files.exists(loader)) return { errno: "ENOENT", path };
  const box = boxes.find((it) => it.name === name);
  if (!box) throw notSimulated(`the program ${path}, which this lesson does not declare`, "run it");
  const wanted = linkage === "glibc" ? box.build?.glibc : undefined;
  const there = wanted === undefined ? undefined : glibcVersion(files);
  if (wanted !== undefined && there !== undefined && compareVersions(there, wanted) < 0) {
    return {
      name,
      run(process) {
        process.stderr.write(
          `${process.argv[0]}: /lib/x86_64-linux-gnu/libc.so.6: version \`GLIBC_${wanted}' not found (required by ${process.argv[0]})\n`,
        );
        return 1;
      },
    };
  }
  return { name, run: (process) => runBlackBox(process, box, process.argv.slice(1)) };
}
