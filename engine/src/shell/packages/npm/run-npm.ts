import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { addGlobal, addPackages, globalPrefix, removePackages } from "./add-packages.ts";
import { editManifest } from "./edit-manifest.ts";
import { execBin } from "./exec-bin.ts";
import { initManifest } from "./init-manifest.ts";
import { install, reify } from "./install.ts";
import { listTree } from "./list-tree.ts";
import { readLock } from "./lock-file.ts";
import { cleanCache } from "./npm-cache.ts";
import { npmError } from "./npm-error.ts";
import { type NpmFlags, npmSetting, readNpmFlags } from "./npm-flags.ts";
import { readManifest } from "./read-manifest.ts";
import { listScripts, runScript } from "./run-script.ts";

/** `npm prune`: what package.json does not ask for goes, and packages for development where they are to be left out. */
function prune(process: Process, flags: NpmFlags): number {
  const read = readManifest(process);
  if ("error" in read) return npmError(process, read.error);
  return reify(process, flags, read, readLock(process, read), false);
}

const SETTINGS: Readonly<Record<string, string>> = {
  registry: "https://registry.npmjs.org/",
  audit: "true",
  fund: "true",
  "save-exact": "false",
};

/** `npm config get`; what is set goes to the user's .npmrc. */
function config(process: Process, flags: NpmFlags): number | undefined {
  const [verb, ...words] = flags.words;
  const [name = "", value] = (words[0] ?? "").split(/=(.*)/s);
  if (verb === "get" && name !== "") {
    const known = npmSetting(process, flags, name) ?? SETTINGS[name];
    if (known === undefined) return undefined;
    process.stdout.write(`${known}\n`);
    return 0;
  }
  if (verb !== "set" || name === "") return undefined;
  const path = `${process.env.get("HOME") || "/root"}/.npmrc`;
  const text = value ?? words[1] ?? "";
  return process.spawn([
    "sh",
    "-c",
    'touch "$1" && { grep -v "^$2=" "$1"; echo "$2=$3"; } > "$1.new"; mv "$1.new" "$1"',
    "npm",
    path,
    name,
    text,
  ]);
}

/** Commands and their other names that npm 10 or 11 has, so that of another it can be said that there is none (`npm`, "All commands"). */
const KNOWN = new Set(
  "access adduser approve-scripts audit bugs issues cache ci completion config dedupe ddp deny-scripts deprecate diff dist-tag dist-tags docs home doctor edit exec x explain why explore find-dupes fund get help help-search hook init install install-ci-test cit sit install-scripts install-test it link ln ll la login logout ls org ogr outdated owner author pack ping pkg prefix profile prune publish query rebuild rb repo restart root run sbom search s se find set shrinkwrap stage star stars start stop team test token trust undeprecate uninstall unpublish unstar update up upgrade udpate version verison view v info show whoami run-script rum urn".split(
    " ",
  ),
);

/** npm, as far as a Dockerfile needs it. Scripts run as sh runs them; what is JavaScript in them is not. */
export function runNpm(process: Process, args: readonly string[]): number {
  const flags = readNpmFlags(args);
  const { command, words, passed } = flags;
  const silent = flags.has("silent", "s");
  const global = flags.has("g", "global");
  const prefix = flags.value("prefix");
  // `--prefix DIR` without -g: the project lies there.
  if (prefix !== undefined && !global) {
    const cwd = join(process.cwd, prefix);
    const rest = args.filter((arg, at) => !arg.startsWith("--prefix") && args[at - 1] !== "--prefix");
    return process.spawn(["npm", ...rest], { cwd });
  }
  switch (command) {
    case "ci":
      return install(process, flags, true);
    case "install":
      if (global && words.length > 0) return addGlobal(process, flags);
      if (!global) return words.length > 0 ? addPackages(process, flags) : install(process, flags, false);
      break;
    case "uninstall":
      if (!global && words.length > 0) return removePackages(process, flags);
      break;
    case "init":
      return initManifest(process, flags);
    case "ls":
      return listTree(process, flags);
    case "prune":
      return prune(process, flags);
    case "cache":
      if (words[0] === "clean" || words[0] === "clear") return cleanCache(process, flags.has("force", "f"));
      break;
    case "root":
    case "prefix": {
      const base = global ? globalPrefix(process, flags) : process.cwd;
      const folder = global ? `${base}/lib/node_modules` : join(base, "node_modules");
      process.stdout.write(`${command === "root" ? folder : base}\n`);
      return 0;
    }
    case "config": {
      const status = config(process, flags);
      if (status !== undefined) return status;
      break;
    }
    case "run":
      return words[0] === undefined
        ? listScripts(process)
        : runScript(process, words[0], [...words.slice(1), ...passed], silent);
    case "exec":
    case "x":
      if (!flags.has("p", "package"))
        return execBin(process, [...words, ...passed], flags.value("c") ?? flags.value("call"));
      break;
    case "pkg": {
      const status = editManifest(process, words, flags.has("json"));
      if (status !== undefined) return status;
      break;
    }
    case "start":
    case "test":
    case "stop":
      return runScript(process, command, [...words, ...passed], silent);
  }
  if (command !== "" && !KNOWN.has(command)) {
    process.stdout.write(
      `Unknown command: "${command}"\n\nTo see a list of supported npm commands, run:\n  npm help\n`,
    );
    return 1;
  }
  throw notSimulated(`npm ${args.join(" ")}`, "run that command");
}
