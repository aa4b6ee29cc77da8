import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { chooseBlackBox, seenThrough } from "../match-sources.ts";
import { putResult } from "../put-result.ts";
import { runBlackBox } from "../run-black-box.ts";
import { buildGo, compileGo, moduleRoot } from "./build-go.ts";
import { downloadModules, moduleCache } from "./go-modules.ts";

const versionOf = (process: Process): string => {
  const told = process.env.get("GOLANG_VERSION");
  if (told === undefined) throw notSimulated("go version of this Go", "print its exact version");
  return told;
};

/** `go mod download`: silent; the declared modules of the program whose go.mod and go.sum these are. */
function download(process: Process): number {
  const root = moduleRoot(process);
  if (root === undefined) {
    process.stderr.write("go: no modules specified (see 'go help mod download')\n");
    return 1;
  }
  const declared = process.kernel.blackBoxes
    .filter(({ build }) => build?.tool === "go")
    .map((box) => seenThrough(box, (path) => /^go\.(mod|sum)$/.test(path)));
  const { build } = chooseBlackBox(process.files, root, declared, "go mod download", "download the modules");
  const modules = build?.modules ?? [];
  const done = downloadModules(process, modules);
  if ("fetched" in done) {
    if (modules.length === 0) process.stderr.write("go: no module dependencies to download\n");
    return 0;
  }
  process.stderr.write(`go: ${done.error}\n`);
  return 1;
}

function environment(process: Process, names: readonly string[]): number {
  const { env } = process;
  const values: Readonly<Record<string, string | undefined>> = {
    GOPATH: env.get("GOPATH") || `${env.get("HOME") || "/root"}/go`,
    GOMODCACHE: moduleCache(process),
    GOCACHE: env.get("GOCACHE") || `${env.get("HOME") || "/root"}/.cache/go-build`,
    GOOS: env.get("GOOS") || "linux",
    GOARCH: env.get("GOARCH") || "amd64",
    GOVERSION: `go${env.get("GOLANG_VERSION") ?? ""}`,
    GOROOT: "/usr/local/go",
    GOTOOLCHAIN: env.get("GOTOOLCHAIN") || "auto",
  };
  for (const name of names) {
    const value = values[name];
    if (value === undefined) throw notSimulated(`go env ${name}`, "print that setting");
    process.stdout.write(`${value}\n`);
  }
  if (names.length === 0) throw notSimulated("go env", "print all its settings");
  return 0;
}

/** The `go` command: what a lesson declares can be built; all else is told as not simulated. */
export function runGo(process: Process, words: readonly string[]): number {
  let [command = "", ...args] = words;
  if (command === "-C") throw notSimulated("go -C", "change the folder first");
  if (command === "mod") {
    [command = "", ...args] = args;
    if (command === "download") return download(process);
    throw notSimulated(`go mod ${command}`, "work on go.mod and go.sum");
  }
  switch (command) {
    case "version":
      process.stdout.write(`go version go${versionOf(process)} linux/amd64\n`);
      return 0;
    case "env":
      return environment(process, args);
    case "build":
      return buildGo(process, args);
    case "install": {
      const made = compileGo(process, args, command);
      if (typeof made === "number") return made;
      const bin =
        process.env.get("GOBIN") ||
        `${process.env.get("GOPATH") || `${process.env.get("HOME") || "/root"}/go`}/bin`;
      const failed = putResult(process, `${bin}/`, made.name, made.content);
      if (failed) process.stderr.write(`go: open ${failed.path}: ${failed.reason}\n`);
      return failed ? 1 : 0;
    }
    case "run": {
      const operand = args.findIndex((arg) => !arg.startsWith("-"));
      const made = compileGo(process, args.slice(0, operand < 0 ? undefined : operand + 1), command);
      return typeof made === "number"
        ? made
        : runBlackBox(process, made.box, operand < 0 ? [] : args.slice(operand + 1));
    }
    default:
      throw notSimulated(`go ${words.join(" ")}`.trimEnd(), "run that command");
  }
}
