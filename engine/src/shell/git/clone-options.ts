/** Options of `git clone` whose value is a word of its own. */
const VALUED: Readonly<Record<string, string>> = {
  "-b": "branch",
  "--branch": "branch",
  "--depth": "depth",
  "-o": "origin",
  "--origin": "origin",
  "-c": "config",
  "--config": "config",
  "-j": "jobs",
  "--jobs": "jobs",
  "--filter": "filter",
  "--reference": "reference",
  "--template": "template",
  "-u": "upload-pack",
  "--upload-pack": "upload-pack",
};
/** Options that change nothing of what is told or made here. */
const HARMLESS =
  /^(?:-v|--verbose|--progress|--no-progress|--no-hardlinks|-l|--local|--recursive|--recurse-submodules|--shallow-submodules|--remote-submodules|-4|-6)$/;

export interface CloneOptions {
  readonly url: string | undefined;
  readonly folder: string | undefined;
  readonly branch: string | undefined;
  readonly depth: number | undefined;
  readonly single: boolean;
  readonly quiet: boolean;
  readonly tags: boolean;
  /** `-n`: nothing is checked out. */
  readonly bare: boolean;
  /** An option that does more than can be told here. */
  readonly unknown: string | undefined;
}

/** `git clone`'s command line (git-clone(1)). */
export function readCloneOptions(args: readonly string[]): CloneOptions {
  const values = new Map<string, string>();
  const operands: string[] = [];
  const flags = new Set<string>();
  let unknown: string | undefined;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    const [, name = "", value] = /^(--[a-z-]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const key = VALUED[name === "" ? arg : name];
    if (key !== undefined) {
      values.set(key, value ?? args[++at] ?? "");
      if (!/^(?:branch|depth|jobs)$/.test(key)) unknown ??= arg;
    } else if (!arg.startsWith("-") || arg === "-") operands.push(arg);
    else if (/^(?:-q|--quiet|--single-branch|--no-single-branch|--no-tags|-n|--no-checkout)$/.test(arg))
      flags.add(arg);
    else if (!HARMLESS.test(arg)) unknown ??= arg;
  }
  const depth = values.get("depth");
  if (depth !== undefined && !/^[1-9]\d*$/.test(depth)) unknown ??= `--depth ${depth}`;
  return {
    url: operands[0],
    folder: operands[1],
    branch: values.get("branch"),
    depth: depth === undefined ? undefined : Number(depth),
    single: flags.has("--single-branch") || (depth !== undefined && !flags.has("--no-single-branch")),
    quiet: flags.has("-q") || flags.has("--quiet"),
    tags: !flags.has("--no-tags"),
    bare: flags.has("-n") || flags.has("--no-checkout"),
    unknown,
  };
}

/** The folder that `git clone` makes of an address: its last part without `.git`. */
export const cloneFolder = (url: string): string =>
  url
    .replace(/\/+$/, "")
    .replace(/\/?\.git$/, "")
    .replace(/^.*[/:]/, "");

/** Two addresses of one repository. */
export const sameUrl = (a: string, b: string): boolean => {
  const plain = (url: string): string => url.replace(/\/+$/, "").replace(/\.git$/, "");
  return plain(a) === plain(b);
};
