import type { ShellCommand } from "./shell-command.ts";

type Manager = "apt" | "apk" | "pip" | "npm" | "yarn" | "pnpm" | "gem";

/** A call of a package manager. */
export interface PackageCall {
  readonly manager: Manager;
  readonly command: ShellCommand;
  /** `install`, `update`, `add`, `ci`, …; "" for a bare `yarn`. */
  readonly verb: string;
  /** Options with their values, "" for none; `-qy` counts as `-q` and `-y`. A repeated one keeps all its values. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** What follows the verb and is no option. */
  readonly words: readonly string[];
}

const NAMES: readonly (readonly [RegExp, Manager])[] = [
  [/^(?:apt|apt-get|aptitude)$/, "apt"],
  [/^apk$/, "apk"],
  [/^pip(?:\d(?:\.\d+)?)?$/, "pip"],
  [/^npm$/, "npm"],
  [/^yarn$/, "yarn"],
  [/^pnpm$/, "pnpm"],
  [/^gem$/, "gem"],
];
/** Options that take the next word. */
const VALUED: Readonly<Record<Manager, RegExp>> = {
  apt: /^(?:-o|-t|-c|-a|--option|--target-release|--config-file|--host-architecture)$/,
  apk: /^(?:-t|-X|-p|--virtual|--repository|--root|--arch|--keys-dir|--repositories-file)$/,
  pip: /^(?:-r|-c|-e|-i|-f|-t|--requirement|--constraint|--editable|--index-url|--extra-index-url|--find-links|--target|--prefix|--root|--src|--platform|--python-version|--trusted-host|--cache-dir|--no-binary|--only-binary|--proxy|--timeout|--retries|--progress-bar)$/,
  npm: /^(?:--prefix|--registry|-w|--workspace|--cache|--loglevel)$/,
  yarn: /^(?:--cwd|--registry|--cache-folder)$/,
  pnpm: /^(?:-C|--dir|--filter|--registry|--store-dir)$/,
  gem: /^(?:-v|-i|-n|-s|--version|--install-dir|--bindir|--source)$/,
};

/** Reads a command as a call of a package manager, `python -m pip` included; undefined for any other. */
function packageCall(command: ShellCommand): PackageCall | undefined {
  let { name, words } = command;
  const module = /^python\d?(?:\.\d+)?$/.test(name) ? words.indexOf("-m") : -1;
  if (module >= 0) {
    name = words[module + 1] ?? "";
    words = words.slice(module + 2);
  }
  const manager = NAMES.find(([pattern]) => pattern.test(name))?.[1];
  if (manager === undefined) return undefined;
  const options = new Map<string, string[]>();
  const rest: string[] = [];
  const put = (option: string, value: string): void => {
    const values = options.get(option);
    if (values === undefined) options.set(option, [value]);
    else values.push(value);
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("-") || word === "-") rest.push(word);
    else if (VALUED[manager].test(word)) put(word, words[++at] ?? "");
    else if (word.startsWith("--")) {
      const [option = "", ...value] = word.split("=");
      put(option, value.join("="));
    } else if (/^-[or].|^-.=/.test(word)) put(word.slice(0, 2), word.slice(2).replace(/^=/, ""));
    else for (const letter of word.slice(1)) put(`-${letter}`, "");
  }
  const [verb = "", ...more] = rest;
  return { manager, command, verb, options, words: more };
}

const INSTALLS: Readonly<Record<Manager, ReadonlySet<string>>> = {
  apt: new Set(["install"]),
  apk: new Set(["add"]),
  pip: new Set(["install"]),
  npm: new Set(["install", "i", "add", "ci", "clean-install"]),
  yarn: new Set(["", "install", "add"]),
  pnpm: new Set(["install", "i", "add"]),
  gem: new Set(["install"]),
};

/** The call brings packages in, from wherever. */
export const isInstall = ({ manager, verb }: PackageCall): boolean => INSTALLS[manager].has(verb);

const known = new WeakMap<readonly ShellCommand[], readonly PackageCall[]>();

/** All calls among the commands of a step; read once. */
export function packageCalls(commands: readonly ShellCommand[]): readonly PackageCall[] {
  let calls = known.get(commands);
  if (calls === undefined) {
    calls = commands.map(packageCall).filter((call) => call !== undefined);
    known.set(commands, calls);
  }
  return calls;
}

/** The words that name a package in a registry: no file, no folder, no address, no variable. */
export const packagesOf = ({ words }: PackageCall): readonly string[] =>
  words.filter(
    (word) =>
      !/^[.~/]|^\w+(?:\+\w+)*:\/\/|^git\+|\$|\.(?:deb|apk|whl|tgz|tar\.gz|zip|gem)$|[*<>]/.test(word) &&
      word !== "",
  );
