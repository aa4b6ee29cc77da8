import { notSimulated } from "../../core/engine-error.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";

export interface Volume {
  readonly name: string;
  /** Milliseconds since 1970, simulated. */
  readonly created: number;
  readonly tree: Directory;
  /** Named by Docker and not by a person: goes with its container. */
  readonly anonymous: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** Of its driver: `type`, `device` and `o` as mount(8) takes them. */
  readonly options?: Readonly<Record<string, string>>;
}

/** Why options of the local driver are refused, undefined if they are good (moby volume/local/local_unix.go, setOpts and validateOpts). */
export function volumeOptionsProblem(options: Readonly<Record<string, string>>): string | undefined {
  const unknown = Object.keys(options).find((name) => !/^(?:type|o|device|size)$/.test(name));
  if (unknown !== undefined) return `invalid option: ${JSON.stringify(unknown)}`;
  if ("size" in options) return "quota size requested but no quota support";
  for (const [name, needs] of [
    ["o", "device"],
    ["o", "type"],
    ["type", "device"],
    ["device", "type"],
  ] as const)
    if (name in options && !options[needs]) return `missing required option: ${JSON.stringify(needs)}`;
  return undefined;
}

/** The host's folder that a volume is by its options; undefined where it is none. */
export const boundFolder = (volume: Volume | undefined): string | undefined =>
  /(?:^|,)r?bind(?:,|$)/.test(volume?.options?.["o"] ?? "") ? volume?.options?.["device"] : undefined;

/**
 * The empty folder of a volume that is in memory; undefined where it is not.
 * @throws {EngineError} NOT_SIMULATED for a file system that is neither a folder of the host nor in memory
 */
export function memoryFolder({ options }: Volume, time: number): Directory | undefined {
  if (!options?.["type"] || options["type"] === "none") return undefined;
  if (options["type"] !== "tmpfs")
    throw notSimulated(`volumes of the type ${options["type"]}`, `mount ${options["device"] ?? ""} there`);
  const { o: words = "" } = options;
  const number = (name: string, none: number, base: number): number => {
    const [, digits] = new RegExp(`(?:^|,)${name}=(\\d+)(?:,|$)`).exec(words) ?? [];
    return digits === undefined ? none : Number.parseInt(digits, base);
  };
  return {
    ...emptyDirectory(Math.floor(time / 1000)),
    mode: number("mode", 0o1777, 8),
    uid: number("uid", 0, 10),
    gid: number("gid", 0, 10),
  };
}

/** What Docker marks a volume with that it named itself. */
export const ANONYMOUS: Volume["labels"] = { "com.docker.volume.anonymous": "" };

/** Why a name is refused for a volume, undefined if it is good (moby volume/local, validateName). */
export function volumeNameProblem(name: string): string | undefined {
  if (name.length === 1)
    return `create ${name}: volume name is too short, names should be at least two alphanumeric characters`;
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) return undefined;
  return `create ${name}: ${JSON.stringify(name)} includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`;
}
