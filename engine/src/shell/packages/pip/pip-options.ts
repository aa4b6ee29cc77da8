import type { Process } from "../../process.ts";

/** pip's command line and what its environment and configuration files add. */
export interface PipOptions {
  readonly command: string;
  readonly operands: readonly string[];
  /** Value of an option, the last one given. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  has(name: string): boolean;
  readonly quiet: number;
}

const SHORT: Readonly<Record<string, string>> = {
  r: "requirement",
  c: "constraint",
  e: "editable",
  t: "target",
  q: "quiet",
  v: "verbose",
  U: "upgrade",
  i: "index-url",
  f: "find-links",
  y: "yes",
  h: "help",
  V: "version",
  d: "dest",
  w: "wheel-dir",
  I: "ignore-installed",
  l: "local",
  o: "outdated",
};
const VALUED = new Set(
  "requirement constraint editable target prefix root src index-url extra-index-url find-links trusted-host timeout retries root-user-action cache-dir dest wheel-dir upgrade-strategy python-version platform implementation abi only-binary no-binary proxy cert log progress-bar format path exclude python config-settings report python keyring-provider use-feature".split(
    " ",
  ),
);
const FLAGS = new Set(
  "quiet verbose upgrade yes help version no-cache-dir no-deps user no-compile compile pre disable-pip-version-check no-warn-script-location break-system-packages no-index ignore-installed force-reinstall no-build-isolation prefer-binary require-hashes no-input isolated no-color local outdated uptodate dry-run no-clean check-build-dependencies use-pep517 all no-python-version-warning require-virtualenv debug no-user not-required include-editable exclude-editable files no-warn-conflicts global site".split(
    " ",
  ),
);

/** Keys of pip.conf under [global] and the command's own section. */
function configuration(process: Process, command: string): Map<string, string> {
  const found = new Map<string, string>();
  const home = process.env.get("HOME") ?? "/";
  const paths = [
    "/etc/pip.conf",
    `${home}/.pip/pip.conf`,
    `${home}/.config/pip/pip.conf`,
    process.env.get("PIP_CONFIG_FILE") ?? "",
  ];
  for (const path of paths) {
    const content = path ? process.files.read(path) : "ENOENT";
    if (typeof content === "string") continue;
    let section = "";
    for (const line of (content.text ?? "").split("\n")) {
      section = /^\[(.+)\]\s*$/.exec(line)?.[1] ?? section;
      const pair = /^([A-Za-z][\w-]*)\s*[=:]\s*(.*)$/.exec(line);
      if (pair && (section === "global" || section === command))
        found.set((pair[1] ?? "").replaceAll("_", "-"), (pair[2] ?? "").trim());
    }
  }
  return found;
}

const truthy = (text: string): boolean => /^(1|y|yes|t|true|on)$/i.test(text);

/** Reads the command line. @returns pip's own words where an option is unknown or lacks its value. */
export function readPipOptions(
  process: Process,
  args: readonly string[],
): PipOptions | { error: string; command: string } {
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  let command = "";
  const give = (name: string, value: string): void =>
    void given.set(name, [...(given.get(name) ?? []), value]);
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--") {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (arg.startsWith("--")) {
      const equals = arg.indexOf("=");
      const name = arg.slice(2, equals < 0 ? undefined : equals);
      if (VALUED.has(name)) {
        const value = equals < 0 ? args[++at] : arg.slice(equals + 1);
        if (value === undefined) return { error: `--${name} option requires 1 argument`, command };
        give(name, value);
      } else if (FLAGS.has(name)) give(name, "1");
      else return { error: `no such option: ${arg}`, command };
    } else if (arg.startsWith("-") && arg.length > 1) {
      for (let i = 1; i < arg.length; i++) {
        const name = SHORT[arg[i] ?? ""];
        if (name === undefined) return { error: `no such option: -${arg[i]}`, command };
        if (!VALUED.has(name)) {
          give(name, "1");
          continue;
        }
        const value = i + 1 < arg.length ? arg.slice(i + 1) : args[++at];
        if (value === undefined) return { error: `-${arg[i]} option requires 1 argument`, command };
        give(name, value);
        break;
      }
    } else if (command === "") command = arg;
    else operands.push(arg);
  }
  const settings = configuration(process, command);
  for (const [name, value] of process.env) {
    if (name.startsWith("PIP_") && value !== "")
      settings.set(name.slice(4).toLowerCase().replaceAll("_", "-"), value);
  }
  const setting = (name: string): string | undefined => given.get(name)?.at(-1) ?? settings.get(name);
  return {
    command,
    operands,
    value: setting,
    values: (name) => given.get(name) ?? settings.get(name)?.split(/\s+/).filter(Boolean) ?? [],
    has: (name) => given.has(name) || truthy(settings.get(name) ?? ""),
    quiet: (given.get("quiet")?.length ?? 0) || Number(settings.get("quiet") ?? 0) || 0,
  };
}
