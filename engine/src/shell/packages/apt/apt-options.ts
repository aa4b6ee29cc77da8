/** apt-get's command line. */
export interface AptOptions {
  readonly command: string;
  readonly operands: readonly string[];
  readonly yes: boolean;
  readonly no: boolean;
  readonly quiet: number;
  /** undefined: as configured. */
  readonly recommends: boolean | undefined;
  readonly purge: boolean;
  readonly autoremove: boolean;
  readonly simulate: boolean;
  readonly downloadOnly: boolean;
  readonly reinstall: boolean;
  readonly onlyUpgrade: boolean;
  readonly noUpgrade: boolean;
  readonly changeHeld: boolean;
  readonly fixBroken: boolean;
  /** `apt list`'s own: `installed`, `upgradable`, ... */
  has(name: string): boolean;
}

const SHORT: Readonly<Record<string, string>> = {
  y: "yes",
  q: "quiet",
  s: "simulate",
  d: "download-only",
  f: "fix-broken",
  m: "fix-missing",
  V: "verbose-versions",
  u: "show-upgraded",
  b: "build",
  h: "help",
  v: "version",
};
const KNOWN = new Set(
  "yes assume-yes assume-no quiet simulate just-print dry-run recon no-act download-only fix-broken fix-missing ignore-missing no-install-recommends install-recommends no-install-suggests install-suggests purge auto-remove autoremove reinstall allow-downgrades allow-remove-essential allow-change-held-packages allow-unauthenticated allow-releaseinfo-change force-yes only-upgrade no-upgrade with-new-pkgs no-remove print-uris show-progress verbose-versions show-upgraded help version trivial-only allow-insecure-repositories no-download build installed upgradable upgradeable manual-installed all-versions full names-only no-all-versions".split(
    " ",
  ),
);

/** Reads the command line. @returns apt's own words where an option is unknown. */
export function readAptOptions(args: readonly string[]): AptOptions | { error: string } {
  const given = new Set<string>();
  const words: string[] = [];
  const settings = new Map<string, string>();
  let quiet = 0;
  const set = (text: string): void => {
    const [, key = "", value = ""] = /^([^=]+)=?(.*)$/.exec(text) ?? [];
    settings.set(key.toLowerCase(), value.replaceAll(/^"|"$/g, ""));
  };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--") {
      words.push(...args.slice(at + 1));
      break;
    }
    if (arg.startsWith("--")) {
      const [, name = "", value] = /^--([^=]+)(?:=(.*))?$/.exec(arg) ?? [];
      if (
        name === "option" ||
        name === "config-file" ||
        name === "target-release" ||
        name === "default-release"
      ) {
        const text = value ?? args[++at] ?? "";
        if (name === "option") set(text);
      } else if (name === "error-on") {
        if ((value ?? args[++at]) === "any") given.add(name);
      } else if (name === "quiet") quiet += value === undefined ? 1 : Number(value);
      else if (KNOWN.has(name)) {
        if (/^(no|false|0)$/.test(value ?? "")) given.delete(name);
        else given.add(name);
      } else
        return {
          error: `E: Command line option ${arg} is not understood in combination with the other options`,
        };
    } else if (arg.startsWith("-") && arg.length > 1) {
      for (let i = 1; i < arg.length; i++) {
        const letter = arg[i] ?? "";
        if (letter === "o" || letter === "t" || letter === "c") {
          const text = i + 1 < arg.length ? arg.slice(i + 1).replace(/^=/, "") : (args[++at] ?? "");
          if (letter === "o") set(text);
          break;
        }
        const level = letter === "q" ? /^=?(\d)/.exec(arg.slice(i + 1)) : undefined;
        if (level) {
          quiet = Number(level[1]);
          break;
        }
        const name = SHORT[letter];
        if (name === undefined)
          return {
            error: `E: Command line option '${letter}' [from ${arg}] is not understood in combination with the other options.`,
          };
        if (name === "quiet") quiet++;
        else given.add(name);
      }
    } else words.push(arg);
  }
  const configured = settings.get("apt::install-recommends");
  const falsy = (text: string): boolean => /^(0|no|false|off|without|disable)$/i.test(text);
  return {
    command: words[0] ?? "",
    operands: words.slice(1),
    yes:
      given.has("yes") ||
      given.has("assume-yes") ||
      given.has("force-yes") ||
      (quiet > 1 && !given.has("simulate")) ||
      /^(1|yes|true)$/i.test(settings.get("apt::get::assume-yes") ?? ""),
    no: given.has("assume-no"),
    quiet,
    recommends: given.has("no-install-recommends")
      ? false
      : given.has("install-recommends")
        ? true
        : configured === undefined
          ? undefined
          : !falsy(configured),
    purge: given.has("purge"),
    autoremove: given.has("auto-remove") || given.has("autoremove"),
    simulate: ["simulate", "just-print", "dry-run", "recon", "no-act"].some((name) => given.has(name)),
    downloadOnly: given.has("download-only"),
    reinstall: given.has("reinstall"),
    onlyUpgrade: given.has("only-upgrade"),
    noUpgrade: given.has("no-upgrade"),
    changeHeld: given.has("allow-change-held-packages") || given.has("force-yes"),
    fixBroken: given.has("fix-broken"),
    has: (name) => given.has(name),
  };
}
