import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import { readApkDatabase } from "../../packages/apk-database.ts";
import { readDpkgStatus } from "../../packages/dpkg-status.ts";
import { type OptionSpec, readOptions } from "../../options/options.ts";
import type { Process } from "../../process.ts";
import { builtFile } from "../built-file.ts";
import { libraryHere } from "../loader.ts";
import { chooseBlackBox } from "../match-sources.ts";
import { putResult } from "../put-result.ts";

/** `-static` and `-std=c11` are words and not letters: they are taken out before. */
const SPEC: OptionSpec = { flags: "gsvc", values: "oOWfmlLIDx", lacks: "*" };

/** Are the C library's headers there? A compiler without them is what `--no-install-recommends` and a bare `apk add gcc` leave. */
function hasHeaders(process: Process): boolean {
  const alpine = readApkDatabase(process.files);
  if (alpine) return alpine.some(({ name }) => name === "musl-dev" || name === "build-base");
  const debian = readDpkgStatus(process.files)?.filter(({ removed }) => !removed) ?? [];
  // Images that bring a compiler themselves bring the headers, and their packages are not listed here.
  return !debian.some(({ name }) => name === "gcc") || debian.some(({ name }) => name === "libc6-dev");
}

/** gcc's words for a header that it cannot find, with the line it stands in; undefined where no header is asked for. */
function missingHeader(process: Process, source: string): string | undefined {
  const content = process.files.read(join(process.cwd, source));
  const lines = typeof content === "string" ? [] : (content.text ?? "").split("\n");
  for (const [at, line] of lines.entries()) {
    const found = /^([ \t]*#[ \t]*include[ \t]*)(<([^>]+)>)/.exec(line);
    if (!found) continue;
    const [, before = "", quoted = "", header = ""] = found;
    const number = String(at + 1).padStart(5);
    return `${source}:${at + 1}:${before.length + 1}: fatal error: ${header}: No such file or directory\n${number} | ${line}\n      | ${" ".repeat(before.length)}^${"~".repeat(quoted.length - 1)}\ncompilation terminated.\n`;
  }
  return undefined;
}

/** `gcc -o app main.c`: compiles and links a declared program against the C library that is there. */
export function compileC(process: Process): number {
  const words = process.argv.slice(1).filter((word) => !/^-(static|std=|pthread|pedantic|pipe)/.test(word));
  const options = readOptions(process, "gnu", SPEC, words);
  const typed = process.argv.join(" ");
  const sources = options.operands;
  if (sources.length === 0) {
    process.stderr.write("gcc: fatal error: no input files\ncompilation terminated.\n");
    return 1;
  }
  if (options.has("c")) throw notSimulated(`${typed}: -c`, "compile without linking");
  for (const source of sources) {
    if (process.files.exists(join(process.cwd, source))) continue;
    process.stderr.write(`cc1: fatal error: ${source}: No such file or directory\ncompilation terminated.\n`);
    return 1;
  }
  const names = new Set(sources.map((source) => join("/", source).slice(1)));
  const declared = process.kernel.blackBoxes.filter(
    ({ build, sources: own }) =>
      build?.tool === "gcc" &&
      Object.keys(own)
        .filter((path) => path.endsWith(".c"))
        .every((path) => names.has(path)),
  );
  if (!hasHeaders(process)) {
    const missing = missingHeader(process, sources[0] ?? "");
    if (missing !== undefined) {
      process.stderr.write(missing);
      return 1;
    }
  }
  const box = chooseBlackBox(process.files, process.cwd, declared, typed, "compile it");
  const library = libraryHere(process.files);
  if (!box.build || !library)
    throw notSimulated(`${typed} without a C library`, "say what the linker misses");
  const { size, strippedSize, seconds } = box.build;
  process.kernel.elapse(seconds * 1000);
  const linkage = process.argv.includes("-static") ? "static" : library;
  const content = builtFile(box, linkage, options.has("s") ? (strippedSize ?? size) : size);
  const output = options.value("o") ?? "a.out";
  const failed = putResult(process, output, "a.out", content);
  if (!failed) return 0;
  const reason = failed.reason.replace(/^./, (letter) => letter.toUpperCase());
  process.stderr.write(
    `/usr/bin/ld: cannot open output file ${output}: ${reason}\ncollect2: error: ld returned 1 exit status\n`,
  );
  return 1;
}
