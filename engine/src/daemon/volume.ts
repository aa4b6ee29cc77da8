import type { Directory } from "../vfs/entry.ts";

export interface Volume {
  readonly name: string;
  /** Milliseconds since 1970, simulated. */
  readonly created: number;
  readonly tree: Directory;
  /** Named by Docker and not by a person: goes with its container. */
  readonly anonymous: boolean;
  readonly labels: Readonly<Record<string, string>>;
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
