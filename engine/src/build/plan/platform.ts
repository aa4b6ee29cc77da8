import { goQuote } from "../../dockerfile/go-quote.ts";

/** For what kind of machine an image is. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  /** "" for none. */
  readonly variant: string;
}

const SYSTEMS: ReadonlySet<string> = new Set([
  "aix",
  "android",
  "darwin",
  "dragonfly",
  "freebsd",
  "hurd",
  "illumos",
  "ios",
  "js",
  "linux",
  "nacl",
  "netbsd",
  "openbsd",
  "plan9",
  "solaris",
  "windows",
  "zos",
]);
const ARCHITECTURES: ReadonlySet<string> = new Set([
  "386",
  "amd64",
  "amd64p32",
  "arm",
  "armbe",
  "arm64",
  "arm64be",
  "ppc64",
  "ppc64le",
  "loong64",
  "mips",
  "mipsle",
  "mips64",
  "mips64le",
  "mips64p32",
  "mips64p32le",
  "ppc",
  "riscv",
  "riscv64",
  "s390",
  "s390x",
  "sparc",
  "sparc64",
  "wasm",
]);
const COMPONENT = "^[A-Za-z0-9_.-]+$";

/** Reads `linux/arm64`, `arm64`, `linux/arm/v7` (containerd's `platforms.Parse`), or gives its error. */
export function parsePlatform(text: string): Platform | { readonly error: string } {
  if (text.includes("*")) return { error: `${goQuote(text)}: wildcards not yet supported: invalid argument` };
  const parts = text.split("/");
  const bad = parts.find((part) => !/^[A-Za-z0-9_.-]+$/.test(part));
  if (bad !== undefined) {
    return {
      error: `${goQuote(bad)} is an invalid component of ${goQuote(text)}: platform specifier component must match ${goQuote(COMPONENT)}: invalid argument`,
    };
  }
  const [first = "", second, third] = parts;
  if (parts.length > 3)
    return { error: `${goQuote(text)}: cannot parse platform specifier: invalid argument` };
  if (second === undefined) {
    const os = normalSystem(first);
    if (SYSTEMS.has(os)) return { os, architecture: "amd64", variant: "" };
    const machine = shortVariant(normalArchitecture(first, ""));
    if (ARCHITECTURES.has(machine.architecture)) return { os: "linux", ...machine };
    return { error: `${goQuote(text)}: unknown operating system or architecture: invalid argument` };
  }
  const machine = normalArchitecture(second, third ?? "");
  const os = normalSystem(first);
  if (third === undefined) return { os, ...shortVariant(machine) };
  return {
    os,
    ...machine,
    variant: machine.architecture === "arm64" && machine.variant === "" ? "v8" : machine.variant,
  };
}

type Machine = Omit<Platform, "os">;

const normalSystem = (os: string): string => (os.toLowerCase() === "macos" ? "darwin" : os.toLowerCase());

const shortVariant = (machine: Machine): Machine =>
  machine.architecture === "arm" && machine.variant === "v7" ? { ...machine, variant: "" } : machine;

function normalArchitecture(name: string, given: string): Machine {
  const architecture = name.toLowerCase();
  const variant = given.toLowerCase();
  switch (architecture) {
    case "i386":
      return { architecture: "386", variant: "" };
    case "x86_64":
    case "x86-64":
    case "amd64":
      return { architecture: "amd64", variant: variant === "v1" ? "" : variant };
    case "aarch64":
    case "arm64":
      return { architecture: "arm64", variant: variant === "8" || variant === "v8" ? "" : variant };
    case "armhf":
      return { architecture: "arm", variant: "v7" };
    case "armel":
      return { architecture: "arm", variant: "v6" };
    case "arm":
      return {
        architecture,
        variant: variant === "" ? "v7" : /^[5-8]$/.test(variant) ? `v${variant}` : variant,
      };
    default:
      return { architecture, variant };
  }
}

export const normalPlatform = ({ os, architecture, variant }: Platform): Platform => ({
  os: normalSystem(os),
  ...normalArchitecture(architecture, variant),
});

/** `linux/arm/v7`. */
export const formatPlatform = ({ os, architecture, variant }: Platform): string =>
  variant === "" ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
