import { notSimulated } from "../../../core/engine-error.ts";
import { dirname, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import type { BlackBox } from "../black-box.ts";
import { builtFile } from "../built-file.ts";
import { chooseBlackBox } from "../match-sources.ts";
import { putResult } from "../put-result.ts";
import { downloadModules } from "./go-modules.ts";
import { goLinkage } from "./go-linkage.ts";
import { readGoOptions } from "./go-options.ts";

const NO_MODULE =
  "go: go.mod file not found in current directory or any parent directory; see 'go help modules'\n";
/** A second build finds the packages compiled (GOCACHE); what is left is linking, in simulated milliseconds. */
const LINK = 600;

/** The module's root: the nearest folder upwards that holds go.mod. */
export function moduleRoot(process: Process): string | undefined {
  for (let at = process.cwd; ; at = dirname(at)) {
    if (process.files.exists(join(at, "go.mod"))) return at;
    if (at === "/") return undefined;
  }
}

/** The last part of the package's path, without a version such as `/v2` (cmd/go, DefaultExecName). */
function executableName(process: Process, root: string, folder: string): string {
  const content = process.files.read(join(root, "go.mod"));
  const text = typeof content === "string" ? "" : (content.text ?? "");
  const module = /^module[ \t]+"?([^\s"]+)/m.exec(text)?.[1] ?? "";
  const parts = `${module}${folder.slice(root.length)}`.split("/").filter(Boolean);
  const last = parts.at(-1) ?? "";
  return /^v\d+$/.test(last) && parts.length > 1 ? (parts.at(-2) ?? last) : last;
}

/** A package as the declaration has it: `.`, `./cmd/server`, seen from the module's root. */
const targetOf = (root: string, folder: string): string =>
  folder === root ? "." : `.${folder.slice(root === "/" ? 0 : root.length)}`;

export interface GoResult {
  readonly box: BlackBox;
  readonly folder: string;
  readonly name: string;
  /** Undefined: go has told its failure. */
  readonly content: ReturnType<typeof builtFile>;
}

/** Compiles a package of the lesson's module. @returns the exit status where go refuses */
export function compileGo(process: Process, args: readonly string[], command: string): GoResult | number {
  const options = readGoOptions(args);
  const fail = (text: string): 1 => {
    process.stderr.write(text);
    return 1;
  };
  const root = moduleRoot(process);
  if (root === undefined) return fail(NO_MODULE);
  const typed = `go ${command} ${args.join(" ")}`.trimEnd();
  if (options.unknown !== undefined || options.packages.length > 1)
    throw notSimulated(`${typed}: ${options.unknown ?? "several packages"}`, "compile it that way");
  const [operand = "."] = options.packages;
  const file = operand.endsWith(".go");
  const folder = join(process.cwd, file ? dirname(operand) : operand);
  const here = process.files.list(folder);
  if (typeof here === "string") return fail(`stat ${folder}: directory not found\n`);
  if (!here.some((name) => name.endsWith(".go"))) return fail(`no Go files in ${folder}\n`);
  const target = targetOf(root, folder);
  const declared = process.kernel.blackBoxes.filter(
    ({ build }) => build?.tool === "go" && build.target === target,
  );
  const box = chooseBlackBox(process.files, root, declared, typed, "compile it");
  const { build } = box;
  if (!build) throw notSimulated(typed, "compile it");
  const linkage = goLinkage(process, build, options.linkerFlags);
  if (linkage === "no compiler")
    return fail(
      `# runtime/cgo\ncgo: C compiler "${process.env.get("CC") ?? "gcc"}" not found: exec: "${process.env.get("CC") ?? "gcc"}": executable file not found in $PATH\n`,
    );
  if (linkage === "no library")
    throw notSimulated(`${typed} without a C library`, "say what the linker misses");
  const modules = downloadModules(process, build.modules);
  if ("error" in modules) return fail(`go: ${modules.error}\n`);
  for (const it of modules.fetched) process.stderr.write(`go: downloading ${it.name} ${it.version}\n`);
  const cache = join(
    process.env.get("GOCACHE") || `${process.env.get("HOME") || "/root"}/.cache/go-build`,
    box.name,
  );
  process.kernel.elapse(process.files.exists(cache) ? LINK : build.seconds * 1000);
  putResult(process, cache, box.name, builtFile(box, linkage, build.size));
  const stripped = /(^|\s)-[sw](\s|$)/.test(options.linkerFlags) ? build.strippedSize : undefined;
  return {
    box,
    folder,
    name: file ? operand.slice(operand.lastIndexOf("/") + 1, -3) : executableName(process, root, folder),
    content: builtFile(box, linkage, stripped ?? build.size),
  };
}

/** `go build`: silent, unless it downloads. */
export function buildGo(process: Process, args: readonly string[]): number {
  const made = compileGo(process, args, "build");
  if (typeof made === "number") return made;
  const { output = made.name } = readGoOptions(args);
  const failed = putResult(process, output, made.name, made.content);
  if (!failed) return 0;
  process.stderr.write(`go: open ${failed.path}: ${failed.reason}\n`);
  return 1;
}
