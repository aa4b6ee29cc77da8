import type { Process } from "../../process.ts";
import type { DeclaredBuild } from "../black-box.ts";
import type { Linkage } from "../built-file.ts";
import { libraryHere } from "../loader.ts";
import { findProgram } from "../../start/find-program.ts";

/** Is the C compiler there that cgo would call? */
const hasCompiler = (process: Process): boolean =>
  typeof findProgram(process.files, process.cwd, process.env.get("CC") ?? "gcc", process.env.get("PATH")) !==
  "string";

/**
 * How Go links this program here.
 *
 * cgo is on where CGO_ENABLED=1, and by default where the build is for this machine and a C compiler is found (Go 1.20 release
 * notes, "Cgo"). A program without C, as one that uses neither `net` nor `os/user`, is static anyway.
 * @returns `no compiler`: cgo was asked for and cannot be
 */
export function goLinkage(
  process: Process,
  build: DeclaredBuild,
  linkerFlags: string,
): Linkage | "no compiler" | "no library" {
  const { env } = process;
  const native = (env.get("GOOS") || "linux") === "linux" && (env.get("GOARCH") || "amd64") === "amd64";
  const asked = env.get("CGO_ENABLED");
  const compiler = hasCompiler(process);
  const cgo = asked === "1" || (asked !== "0" && native && compiler);
  if (!native) return cgo ? "no compiler" : "foreign";
  if (!build.usesC || !cgo) return "static";
  if (!compiler) return "no compiler";
  if (/-extldflags[ =]["']?[^"']*-static/.test(linkerFlags)) return "static";
  return libraryHere(process.files) ?? "no library";
}
