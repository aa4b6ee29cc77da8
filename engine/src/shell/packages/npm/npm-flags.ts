import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";

/** npm's command line: flags may stand anywhere before `--`. */
export interface NpmFlags {
  readonly command: string;
  readonly words: readonly string[];
  /** What follows `--`. */
  readonly passed: readonly string[];
  has(...names: readonly string[]): boolean;
  value(name: string): string | undefined;
}

const VALUED = new Set([
  "prefix",
  "cache",
  "registry",
  "loglevel",
  "workspace",
  "w",
  "script-shell",
  "tag",
  "c",
  "call",
]);
const ALIASES: Readonly<Record<string, string>> = {
  "clean-install": "ci",
  ic: "ci",
  i: "install",
  in: "install",
  add: "install",
  un: "uninstall",
  rm: "uninstall",
  remove: "uninstall",
  r: "uninstall",
  list: "ls",
  la: "ls",
  ll: "ls",
  "run-script": "run",
  t: "test",
  tst: "test",
  create: "init",
  innit: "init",
  c: "config",
  get: "config get",
  set: "config set",
};

export function readNpmFlags(args: readonly string[]): NpmFlags {
  const end = args.indexOf("--");
  const own = end < 0 ? args : args.slice(0, end);
  const given = new Map<string, string>();
  const words: string[] = [];
  for (let at = 0; at < own.length; at++) {
    const arg = own[at] ?? "";
    const [, name = "", value] = /^--?([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === "" || arg === "-") words.push(arg);
    else if (value !== undefined) given.set(name, value);
    else given.set(name, VALUED.has(name) ? (own[++at] ?? "") : "true");
  }
  const [typed = "", ...rest] = words;
  const [command = "", ...more] = (ALIASES[typed] ?? typed).split(" ");
  return {
    command,
    words: [...more, ...rest],
    passed: end < 0 ? [] : args.slice(end + 1),
    has: (...names) => names.some((name) => given.has(name) && given.get(name) !== "false"),
    value: (name) => given.get(name),
  };
}

/** A setting of the command line, the environment or .npmrc in the project's and the user's folder, in this order. */
export function npmSetting(process: Process, flags: NpmFlags, name: string): string | undefined {
  const given = flags.has(`no-${name}`) ? "false" : flags.value(name);
  if (given !== undefined) return given;
  for (const [key, value] of process.env)
    if (key.toLowerCase().replaceAll("_", "-") === `npm-config-${name}`) return value;
  const home = process.env.get("HOME") || "/root";
  for (const path of [`${process.cwd === "/" ? "" : process.cwd}/.npmrc`, `${home}/.npmrc`]) {
    const content = process.files.read(path);
    if (typeof content === "string") continue;
    for (const line of (content.text ?? "").split("\n")) {
      const [key = "", ...value] = line.split("=");
      if (key.trim() === name) return value.join("=").trim();
      if (key.trim().endsWith("registry")) throw notSimulated("npm with another registry", "ask it");
    }
  }
  return undefined;
}

/** Are packages for development left out? */
export const omitsDevelopment = (process: Process, flags: NpmFlags): boolean =>
  !(flags.value("include") === "dev") &&
  (npmSetting(process, flags, "omit") === "dev" ||
    flags.has("production") ||
    flags.value("only") === "production" ||
    flags.value("only") === "prod" ||
    process.env.get("NODE_ENV") === "production");
