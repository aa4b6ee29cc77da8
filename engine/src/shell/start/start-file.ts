import { readBuiltFile } from "../black-boxes/built-file.ts";
import { startBuiltFile } from "../black-boxes/start-built-file.ts";
import { notSimulated } from "../../core/engine-error.ts";
import type { File } from "../../vfs/entry.ts";
import { basename, join } from "../../vfs/path.ts";
import type { ContainerKernel } from "../kernel.ts";
import type { Flavour, Process, Program, StartFailure } from "../process.ts";
import { BrokenPipe } from "../streams/pipe.ts";
import { type Executable, findProgram } from "./find-program.ts";
import { startingWork } from "./starting-work.ts";
import { readPrintingFile } from "./printing-file.ts";

const MAX_INTERPRETERS = 5;

type Begin = (argv: readonly string[]) => Process & { readonly kernel: ContainerKernel };

/** `#!/usr/bin/env -S x`: the interpreter and, in one piece, what follows it (execve(2)); a CR belongs to the name. */
function interpreterOf(
  file: File,
): { readonly path: string; readonly argument: string | undefined } | undefined {
  const { text } = file.content;
  if (!text?.startsWith("#!")) return undefined;
  const end = text.indexOf("\n");
  const line = text.slice(2, end < 0 ? undefined : end).replace(/^[ \t]+|[ \t]+$/g, "");
  const space = line.search(/[ \t]/);
  return space < 0
    ? { path: line, argument: undefined }
    : { path: line.slice(0, space), argument: line.slice(space).trim() };
}

/** The program that a busybox link stands for, or what `busybox NAME` asks for. */
function applet(argv: readonly string[]): readonly string[] {
  const name = basename(argv[0] ?? "");
  return name.startsWith("busybox") && argv.length > 1 ? argv.slice(1) : [name, ...argv.slice(1)];
}

function run(
  program: Program,
  process: Process & { readonly kernel: ContainerKernel },
  path: string,
  flavour: Flavour,
): number {
  const { kernel } = process;
  const at = kernel.started.length;
  kernel.spend(5 + (process.cwd.length >> 5) + startingWork(program.name));
  kernel.started.push({ argv: process.argv, path, exitCode: 0 });
  kernel.nest(1);
  let exitCode: number;
  try {
    exitCode = program.run(process, flavour) & 0xff;
  } catch (stop) {
    if (!(stop instanceof BrokenPipe)) throw stop;
    exitCode = stop.exitCode;
  } finally {
    kernel.nest(-1);
  }
  if (exitCode !== 0) kernel.started[at] = { argv: process.argv, path, exitCode };
  kernel.flush();
  return exitCode;
}

/**
 * Runs a file as execve would: by its mark, or its `#!` line.
 * @throws {EngineError} NOT_SIMULATED for a program that Drydock lacks.
 */
export function startFile(
  found: Executable,
  argv: readonly string[],
  begin: Begin,
  depth = 0,
): number | StartFailure {
  const { file, path } = found;
  const { program: mark } = file.content;
  const built = readBuiltFile(file.content);
  if (built) {
    const process = begin(argv);
    const program = startBuiltFile(built, path, process.files, process.kernel.blackBoxes);
    return "errno" in program ? program : run(program, process, path, "gnu");
  }
  const printing = readPrintingFile(file.content, basename(path));
  if (printing) return run(printing, begin(argv), path, "gnu");
  const interpreter = interpreterOf(file);
  // What pip writes for an entry point has a mark and a text: the text is run where no program of ours has that name.
  if (mark === undefined || (interpreter && !begin([]).kernel.programs.has(mark))) {
    if (interpreter === undefined) return unmarked(file, path);
    if (depth === MAX_INTERPRETERS) return { errno: "ELOOP", path };
    const process = begin([]);
    const inner = findProgram(process.files, process.cwd, join(process.cwd, interpreter.path), undefined);
    if (typeof inner === "string") return { errno: inner, path };
    const { argument } = interpreter;
    return startFile(
      inner,
      [interpreter.path, ...(argument ? [argument] : []), found.typed ?? path, ...argv.slice(1)],
      begin,
      depth + 1,
    );
  }
  const flavour: Flavour = mark === "busybox" ? "busybox" : "gnu";
  const actual = mark === "busybox" ? applet(argv) : argv;
  const process = begin(mark === "busybox" && actual[0] !== basename(argv[0] ?? "") ? actual : argv);
  const name = mark === "busybox" ? (actual[0] ?? "busybox") : mark;
  const { programs } = process.kernel;
  const marked = programs.get(name);
  const called = basename(argv[0] ?? "");
  const program = marked?.calledAs?.includes(called) ? programs.get(called) : marked;
  const real = process.files.realpath(path);
  if (program === undefined) {
    throw notSimulated(
      `the program ${name}`,
      `the real one would run \`${argv.join(" ").slice(0, 200)}\` here`,
    );
  }
  return run(program, process, typeof real === "string" ? path : real.path, flavour);
}

function unmarked(file: File, path: string): StartFailure {
  const { text, bytes } = file.content;
  if (bytes === undefined || text?.startsWith("\x7fELF")) {
    throw notSimulated(`the program ${path}`, "the real one would run machine code here");
  }
  return { errno: "ENOEXEC", path };
}
