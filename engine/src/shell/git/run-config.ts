import { notSimulated } from "../../core/engine-error.ts";
import { join } from "../../vfs/path.ts";
import { contentOf } from "../text/bytes-text.ts";
import type { Process } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { BadConfig, normalKey, readConfig, setConfig, splitKey, unsetConfig } from "./git-config.ts";

const GLOBAL = "/.gitconfig";

/** `git config`: reads and sets entries of the system's, the user's and the repository's file. */
export function runConfig(process: Process, args: readonly string[], repository: string | undefined): number {
  const flags = args.filter((word) => word.startsWith("--"));
  const words = args.filter((word) => !word.startsWith("--"));
  const has = (...names: readonly string[]): boolean => names.some((name) => flags.includes(`--${name}`));
  const known = /^--(?:global|system|local|add|unset|unset-all|get|get-all|list|replace-all)$/;
  const other =
    flags.find((flag) => !known.test(flag)) ?? args.find((word) => /^-[a-z]/.test(word) && word !== "-l");
  if (other !== undefined) throw notSimulated(`git config ${other}`, "do as it says");
  const user = join("/", process.env.get("HOME") ?? "/root") + GLOBAL;
  const own = repository === undefined ? undefined : `${repository}/config`;
  const text = (path: string): string => {
    const read = readText(process, path);
    return typeof read === "string" ? "" : read.text;
  };
  const where = has("global") ? user : has("system") ? "/etc/gitconfig" : own;
  const scopes = has("global", "system", "local") ? [where] : ["/etc/gitconfig", user, own];
  const fail = (words_: string, status: number): number => {
    process.stderr.write(`${words_}\n`);
    return status;
  };
  const entries = (): readonly { key: string; value: string }[] =>
    scopes.flatMap((path) => {
      if (path === undefined) return [];
      try {
        return readConfig(text(path));
      } catch (problem) {
        if (!(problem instanceof BadConfig)) throw problem;
        throw notSimulated(
          `the configuration ${path}, which git does not understand in line ${problem.line}`,
          "refuse it",
        );
      }
    });
  if (has("list") || args.includes("-l")) {
    for (const { key, value } of entries()) process.stdout.write(`${key}=${value}\n`);
    return 0;
  }
  const [key, value] = words;
  if (key === undefined) throw notSimulated("git config without a name", "print how it is used");
  if (!splitKey(key))
    return fail(
      key.includes(".") ? `error: invalid key: ${key}` : `error: key does not contain a section: ${key}`,
      key.includes(".") ? 1 : 1,
    );
  if (value === undefined && !has("unset", "unset-all")) {
    const found = entries().filter((entry) => entry.key === normalKey(key));
    for (const one of has("get-all") ? found : found.slice(-1)) process.stdout.write(`${one.value}\n`);
    return found.length > 0 ? 0 : 1;
  }
  if (where === undefined) return fail("fatal: not in a git directory", 128);
  const before = text(where);
  const same = readConfig(before).filter((entry) => entry.key === normalKey(key));
  if (has("unset", "unset-all")) {
    if (same.length === 0) return 5;
    if (same.length > 1 && !has("unset-all")) return fail(`warning: ${key} has multiple values`, 5);
    process.files.write(where, contentOf(unsetConfig(before, key)));
    return 0;
  }
  if (same.length > 1 && !has("add")) {
    if (has("replace-all")) throw notSimulated("git config --replace-all", "put one in the place of all");
    process.stderr.write(`warning: ${key} has multiple values\n`);
    return fail(
      "error: cannot overwrite multiple values with a single value\n       Use a regexp, --add or --replace-all to change " +
        key +
        ".",
      5,
    );
  }
  const errno = process.files.write(
    where,
    contentOf(setConfig(before, key, value ?? "", has("add"))),
    0o644 & ~process.umask,
  );
  return errno === undefined ? 0 : fail(`error: could not lock config file ${where}: Permission denied`, 255);
}
