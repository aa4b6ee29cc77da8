import {
  type Blob,
  emptyRepository,
  type RegistryState,
  type Repository,
  type StoredManifest,
} from "./registry-state.ts";

/** The registry with one repository changed; one that is new comes into being. */
export function changeRepository(
  registry: RegistryState,
  name: string,
  change: (repository: Repository) => Repository,
): RegistryState {
  const before = registry.repositories.get(name) ?? emptyRepository;
  return { ...registry, repositories: new Map(registry.repositories).set(name, change(before)) };
}

/** Keeps blobs in a repository: uploaded, or linked from another one. */
export const putBlobs = (registry: RegistryState, name: string, blobs: readonly Blob[]): RegistryState =>
  changeRepository(registry, name, (repository) => ({
    ...repository,
    blobs: new Map([...repository.blobs, ...blobs.map((blob) => [blob.digest, blob] as const)]),
  }));

/** Keeps a manifest, under a tag if one is given. */
export const putManifest = (
  registry: RegistryState,
  name: string,
  manifest: StoredManifest,
  tag: string | undefined,
): RegistryState =>
  changeRepository(registry, name, (repository) => ({
    ...repository,
    known: true,
    manifests: new Map(repository.manifests).set(manifest.digest, manifest),
    tags: tag === undefined ? repository.tags : new Map(repository.tags).set(tag, manifest.digest),
  }));
