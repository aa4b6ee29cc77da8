import type { Digest } from "../core/digest.ts";

/** Bytes behind a digest. They are made when somebody asks; where Drydock does not hold them, `bytes` gives undefined. */
export interface Blob {
  readonly digest: Digest;
  readonly size: number;
  bytes(): Uint8Array | undefined;
}

export interface StoredManifest {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly text: string;
}

export interface Repository {
  readonly tags: ReadonlyMap<string, Digest>;
  readonly manifests: ReadonlyMap<Digest, StoredManifest>;
  /** Blobs that this repository has; a registry keeps the bytes once for all of them. */
  readonly blobs: ReadonlyMap<Digest, Blob>;
  /** It has had a manifest: blobs alone make no repository that is known. */
  readonly known?: boolean;
  /** The real one has more tags and manifests than Drydock holds. */
  readonly partial?: boolean;
}

/** A blob on its way in. */
export interface Upload {
  readonly repository: string;
  /** What has arrived, in order. */
  readonly parts: readonly Uint8Array[];
  readonly size: number;
}

/** What a registry holds, as one value. */
export interface RegistryState {
  /** `none`: open to all; `basic`: every request needs a password; `hub`: all may pull, owners may push, as on Docker Hub. */
  readonly access: "none" | "basic" | "hub";
  /** Password by account. On a hub, an account owns the repositories that begin with its name. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly repositories: ReadonlyMap<string, Repository>;
  /** By id, oldest first. */
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Uploads begun so far: their ids follow from it. */
  readonly begun: number;
  /** Where a hub's clients get their tokens. */
  readonly tokens?: { readonly realm: string; readonly service: string };
  /** The real registry has more than this: what is not here may well exist. */
  readonly partial?: boolean;
}

export const emptyRepository: Repository = { tags: new Map(), manifests: new Map(), blobs: new Map() };

export const openRegistry: RegistryState = {
  access: "none",
  accounts: new Map(),
  repositories: new Map(),
  uploads: new Map(),
  begun: 0,
};
