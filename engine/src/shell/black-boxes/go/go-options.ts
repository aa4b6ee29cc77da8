/** `go build`'s command line, as far as it decides what is made. */
export interface GoOptions {
  readonly output: string | undefined;
  readonly packages: readonly string[];
  readonly linkerFlags: string;
  /** A flag that changes more than a declaration can tell: `-race`. */
  readonly unknown: string | undefined;
}

const VALUED = new Set([
  "o",
  "ldflags",
  "gcflags",
  "asmflags",
  "tags",
  "p",
  "mod",
  "installsuffix",
  "C",
  "pkgdir",
]);
/** Of what is built they change nothing that the declaration tells. */
const HARMLESS = new Set([
  "a",
  "v",
  "x",
  "trimpath",
  "tags",
  "p",
  "mod",
  "installsuffix",
  "buildvcs",
  "gcflags",
  "asmflags",
]);

/** Reads flags as Go's flag package does: one dash or two, the value behind `=` or in the next word. */
export function readGoOptions(args: readonly string[]): GoOptions {
  const found = new Map<string, string>();
  let unknown: string | undefined;
  let at = 0;
  for (; at < args.length; at++) {
    const arg = args[at] ?? "";
    const [, name = "", value] = /^--?([A-Za-z]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === "") break;
    if (!HARMLESS.has(name) && name !== "o" && name !== "ldflags") unknown ??= arg;
    if (name === "tags" && /musl|static/.test(value ?? args[at + 1] ?? "")) unknown ??= arg;
    found.set(name, value ?? (VALUED.has(name) ? (args[++at] ?? "") : ""));
  }
  const packages = args.slice(at);
  return {
    output: found.get("o"),
    packages: packages.length > 0 ? packages : ["."],
    linkerFlags: found.get("ldflags") ?? "",
    unknown,
  };
}
