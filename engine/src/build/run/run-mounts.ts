import type { Mount } from "../../dockerfile/instruction.ts";
import { Content } from "../../vfs/content.ts";
import { type Directory, type Entry, newInode } from "../../vfs/entry.ts";
import { type FileSystem, emptyDirectory } from "../../vfs/file-system.ts";
import { basename, join } from "../../vfs/path.ts";
import { cachePermissions } from "./cache-permissions.ts";
import type { RunStep } from "../plan/plan.ts";

/** What `RUN --mount` can reach. */
export interface MountWorld {
  /** What is at the source of a bind mount; undefined if nothing is. */
  readonly bind: (mount: Mount) => Entry | undefined;
  /** What cache mounts hold when the step begins, by id. */
  readonly caches: () => ReadonlyMap<string, Directory>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What the mounts of a RUN come to. */
export interface Mounts {
  readonly placed: readonly Placed[];
  /** Secrets that come as variables. */
  readonly env: readonly string[];
}

/** An entry that stands at a path while the step runs. */
export interface Placed {
  readonly at: string;
  readonly entry: Entry;
  readonly readOnly: boolean;
  /** Id of the cache mount that it is. */
  readonly cache?: string;
}

const owned = (mount: Mount, mode: number, now: number): Pick<Entry, "mode" | "uid" | "gid" | "mtime"> => ({
  mode: mount.mode ?? mode,
  uid: mount.uid ?? 0,
  gid: mount.gid ?? 0,
  mtime: now,
});

const file = (data: string, mount: Mount, now: number): Entry => ({
  ...owned(mount, 0o400, now),
  kind: "file",
  inode: newInode(),
  content: Content.of(data),
  links: 1,
});

/** Of one id there are as many folders as ways to begin one [measured on Docker 28.5.2]. */
const isCacheOf = (mount: Mount): string =>
  `${mount.id ?? mount.target ?? ""}${cachePermissions(mount) ?? ""}`;

/**
 * A cache mount's folder: what the last build left, else a copy of what `from` names, else empty. A `private` one is taken
 * up again too, for nobody else has it then (BuildKit, solver/llbsolver/mounts/mount.go, getRefCacheDirNoCache).
 */
function cacheFolder(mount: Mount, world: MountWorld, now: number): Directory {
  const kept = world.caches().get(isCacheOf(mount));
  if (kept) return kept;
  const seed = mount.from === undefined ? undefined : world.bind(mount);
  if (seed?.kind === "directory") return seed;
  return { ...emptyDirectory(), ...owned(mount, 0o755, now) };
}

function placed(
  mount: Mount,
  directory: string,
  world: MountWorld,
  now: number,
): Placed | { readonly error: string } | undefined {
  const at = join(directory, mount.target ?? "/");
  switch (mount.type) {
    case "tmpfs":
      return { at, readOnly: false, entry: { ...emptyDirectory(), mode: 0o1777, mtime: now } };
    case "cache":
      return { at, readOnly: mount.readOnly, entry: cacheFolder(mount, world, now), cache: isCacheOf(mount) };
    case "bind": {
      const entry = world.bind(mount);
      if (entry) return { at, readOnly: mount.readOnly, entry };
      return {
        error: `failed to calculate checksum of ref ${mount.from ?? "context"}: "${join("/", mount.source ?? "/")}": not found`,
      };
    }
    case "secret": {
      const id = mount.id ?? basename(mount.target ?? "");
      const data = world.secrets[id];
      if (data === undefined) return mount.required ? { error: `secret ${id}: not found` } : undefined;
      if (mount.env !== undefined && mount.target === undefined) return undefined;
      return {
        at: join(directory, mount.target ?? `/run/secrets/${id}`),
        readOnly: true,
        entry: file(data, mount, now),
      };
    }
    case "ssh":
      // No machine here has an SSH agent, so no client has one to forward (solver/llbsolver/mounts/mount.go).
      return mount.required ? { error: `unset ssh forward key ${mount.id ?? "default"}` } : undefined;
  }
}

/** A script with `#!` in a heredoc is a file that only the step sees (moby/buildkit, dispatchRun). */
function script({ pipe }: RunStep, now: number): Placed[] {
  if (!pipe) return [];
  const content = Content.of(pipe.data);
  const entry: Entry = {
    kind: "file",
    inode: newInode(),
    content,
    links: 1,
    mode: 0o755,
    uid: 0,
    gid: 0,
    mtime: now,
  };
  return [{ at: pipe.path, readOnly: true, entry }];
}

/**
 * Finds what the mounts of a RUN put where, in order; an error where a source or a secret is missing.
 *
 * @param now the time of what is made for the step, in seconds since 1970
 */
export function findMounts(
  step: RunStep,
  world: MountWorld,
  now: number,
): Mounts | { readonly error: string } {
  const env: string[] = [];
  const found: Placed[] = script(step, now);
  for (const mount of step.mounts) {
    const one = placed(mount, step.directory, world, now);
    if (one && "error" in one) return one;
    if (one) found.push(one);
    const secret =
      mount.type === "secret" && mount.env !== undefined ? world.secrets[mount.id ?? mount.env] : undefined;
    if (secret !== undefined) env.push(`${mount.env}=${secret}`);
  }
  return { placed: found, env: [...env, ...sshSocket(step)] };
}

/** Where the agent would be: the variable is set whether there is one or not (moby/buildkit, client/llb/exec.go). */
function sshSocket({ mounts, env }: RunStep): string[] {
  const first = mounts.find(({ type }) => type === "ssh");
  if (!first || env.some((pair) => pair.startsWith("SSH_AUTH_SOCK="))) return [];
  return [`SSH_AUTH_SOCK=${first.target ?? "/run/buildkit/ssh_agent.0"}`];
}

/** Puts mounts in place. @returns what takes them away, and gives back what cache mounts hold then, by id */
export function attachMounts(
  files: FileSystem,
  mounts: readonly Placed[],
): () => ReadonlyMap<string, Directory> {
  for (const { at, entry, readOnly } of mounts) files.mount(at, entry, { readOnly });
  return () => {
    const caches = new Map<string, Directory>();
    for (const { at, cache } of mounts.toReversed()) {
      const entry = files.unmount(at);
      if (cache !== undefined && entry?.kind === "directory") caches.set(cache, entry);
    }
    return caches;
  };
}
