import type { ImposedChange } from "../../vfs/impose-change.ts";
import type { Directory } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import type { Mount } from "../containers/container.ts";

interface SplitChanges {
  /** What is no mount's, by the container's paths. */
  readonly own: readonly ImposedChange[];
  /** For each mount what is its own, by paths seen from the mount: the empty one is the mount itself. */
  readonly mounted: readonly (readonly ImposedChange[])[];
}

/** Which of the changes are in which mount, the innermost if there are several. */
export function splitChanges(
  changes: readonly ImposedChange[],
  mounts: readonly Mount[],
  tree: Directory,
): SplitChanges {
  if (mounts.length === 0) return { own: changes, mounted: [] };
  const places = mountPlaces(mounts, tree);
  const own: ImposedChange[] = [];
  const mounted = mounts.map((): ImposedChange[] => []);
  for (const change of changes) {
    const { path } = change;
    const holder = places
      .filter(({ place }) => path === place || path.startsWith(`${place}/`))
      .toSorted((a, b) => b.place.length - a.place.length)[0];
    if (holder) mounted[holder.index]?.push({ ...change, path: path.slice(holder.place.length) });
    else own.push(change);
  }
  return { own, mounted };
}

/** Where mounts really are: a link on the way leads elsewhere. */
export function mountPlaces(
  mounts: readonly Mount[],
  tree: Directory,
): readonly { readonly place: string; readonly index: number }[] {
  const files = new FileSystem(tree, () => 0);
  return mounts.map(({ target }, index) => {
    const real = files.realpath(target);
    return { place: typeof real === "string" ? target.replace(/\/+$/, "") : real.path, index };
  });
}
