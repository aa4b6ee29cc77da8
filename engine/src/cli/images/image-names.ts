import { familiarRepository, parseReference } from "../../oci/reference.ts";

const NONE = "<none>";

/** One name of an image. */
export interface ImageName {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** The rows of one image: a row a tag, and with digests a row for each pair (docker/cli formatter/image.go). */
export function imageNames(names: readonly string[], digests: boolean): ImageName[] {
  const byRepository = new Map<string, { tags: string[]; digests: string[] }>();
  for (const name of names) {
    const reference = parseReference(name);
    if ("error" in reference) continue;
    const repository = familiarRepository(reference);
    const group = byRepository.get(repository) ?? { tags: [], digests: [] };
    byRepository.set(repository, group);
    if (reference.digest !== undefined) group.digests.push(reference.digest);
    else group.tags.push(reference.tag ?? "latest");
  }
  const rows: ImageName[] = [];
  for (const [repository, group] of byRepository) {
    const tags = group.tags.length > 0 ? group.tags : [NONE];
    // A name that is a digest alone has an empty column where digests are not asked for.
    const sums = digests && group.digests.length > 0 ? group.digests : [group.tags.length > 0 ? NONE : ""];
    for (const digest of sums) for (const tag of tags) rows.push({ repository, tag, digest });
  }
  return rows.length > 0 ? rows : [{ repository: NONE, tag: NONE, digest: NONE }];
}
