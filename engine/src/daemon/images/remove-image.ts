import type { Image, Layer } from "../../build/image/image.ts";
import { shortId } from "../../core/digest.ts";
import { familiarName, parseReference, qualifiedName } from "../../oci/reference.ts";
import { chainIds } from "./chain-ids.ts";
import { isUp } from "../containers/container.ts";
import { findImage, isIdOf, referencesOf } from "./find-image.ts";
import type { DaemonState } from "../state.ts";

/** One line of `docker rmi`. */
interface Removal {
  readonly kind: "Untagged" | "Deleted";
  readonly name: string;
}

export interface Removed {
  readonly state: DaemonState;
  readonly removals: readonly Removal[];
  /** Bytes of the layers that went. */
  readonly freed: number;
}

interface Conflict {
  readonly error: string;
  /** A container uses the image. */
  readonly used: boolean;
}

const repositoryOf = (name: string): string => name.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
const familiar = (name: string): string => {
  const reference = parseReference(name);
  return "error" in reference ? name : familiarName(reference);
};

/**
 * `docker rmi REFERENCE` with Docker's rules: a name goes alone while others are left; with the last one the image goes,
 * and with it each layer that no other image, container or cached build step holds (moby daemon/images/image_delete.go).
 */
export function removeImage(
  state: DaemonState,
  text: string,
  force: boolean,
  prune = true,
): Removed | { readonly error: string; readonly missing?: boolean } {
  const image = findImage(state, text);
  if ("error" in image) return image;
  const names = referencesOf(state, image);
  if (isIdOf(image, text)) {
    if (!isSingle(names)) {
      const problem = conflict(state, image, force, true);
      return problem ?? drop(state, image, [], prune);
    }
    const problem = conflict(state, image, force, false);
    if (problem) return problem;
    return drop(state, image, names, prune);
  }
  const reference = parseReference(text);
  const name = "error" in reference ? text : qualifiedName(reference);
  const user = state.containers.find((container) => container.image === image);
  if (!force && user && isSingle(names)) {
    return {
      error: `conflict: unable to remove repository reference ${JSON.stringify(text)} (must force) - container ${shortId(user.id)} is using its referenced image ${shortId(image.id)}`,
    };
  }
  const going = [name];
  if (
    !name.includes("@") &&
    !names.some((one) => one !== name && !one.includes("@") && repositoryOf(one) === repositoryOf(name))
  ) {
    going.push(...names.filter((one) => one.includes("@") && repositoryOf(one) === repositoryOf(name)));
  }
  const untagged = untag(state, going);
  const removals = going.map((one): Removal => ({ kind: "Untagged", name: familiar(one) }));
  if (names.length > going.length) return { state: untagged, removals, freed: 0 };
  const problem = conflict(untagged, image, force, true);
  if (problem)
    return problem.used || hasChildren(untagged, image) ? { state: untagged, removals, freed: 0 } : problem;
  const dropped = drop(untagged, image, [], prune);
  return { ...dropped, removals: [...removals, ...dropped.removals] };
}

/** Takes an image without a name out of the store, quietly where a container still needs it. */
export function removeDangling(state: DaemonState, image: Image): Removed | undefined {
  return hasChildren(state, image) || state.containers.some((container) => container.image === image)
    ? undefined
    : drop(state, image, referencesOf(state, image));
}

/** At most one tag, and digests of the same repository only. */
function isSingle(names: readonly string[]): boolean {
  if (names.length <= 1) return true;
  const tags = names.filter((name) => !name.includes("@"));
  if (tags.length > 1) return false;
  const repositories = new Set(names.map(repositoryOf));
  return repositories.size === 1;
}

function conflict(
  state: DaemonState,
  image: Image,
  force: boolean,
  references: boolean,
): Conflict | undefined {
  const say = (how: string, why: string, used: boolean): Conflict => ({
    error: `conflict: unable to delete ${shortId(image.id)} (${how}) - ${why}`,
    used,
  });
  if (hasChildren(state, image)) return say("cannot be forced", "image has dependent child images", false);
  const users = state.containers.filter((container) => container.image === image);
  const running = users.find((container) => isUp(container, state.time));
  if (running)
    return say("cannot be forced", `image is being used by running container ${shortId(running.id)}`, true);
  if (force) return undefined;
  if (references && referencesOf(state, image).length > 0)
    return say("must be forced", "image is referenced in multiple repositories", false);
  const [stopped] = users;
  return (
    stopped && say("must be forced", `image is being used by stopped container ${shortId(stopped.id)}`, true)
  );
}

function untag(state: DaemonState, names: readonly string[]): DaemonState {
  const references = new Map(state.references);
  for (const name of names) references.delete(name);
  return { ...state, references };
}

/** Whether another image was made on this one, by a commit or by the builder before BuildKit. */
const hasChildren = (state: DaemonState, image: Image): boolean =>
  [...state.parents.values()].includes(image);

/** Deletes an image, and with it those below that have no name and no use any more. */
function drop(state: DaemonState, image: Image, names: readonly string[], prune = true): Removed {
  const all = referencesOf(state, image);
  const parent = state.parents.get(image);
  const parents = new Map(state.parents);
  parents.delete(image);
  const bare = { ...untag(state, all), parents };
  const images = bare.images.filter((one) => one !== image);
  const gone = freedLayers({ ...bare, images }, image);
  const chains = chainIds(image.layers);
  const removed: Removed = {
    state: { ...bare, images },
    removals: [
      ...(names.length > 0 ? names : all).map((name): Removal => ({
        kind: "Untagged",
        name: familiar(name),
      })),
      { kind: "Deleted", name: image.id },
      ...gone.map((i): Removal => ({ kind: "Deleted", name: chains[i] ?? "" })),
    ],
    freed: gone.reduce((sum, i) => sum + (image.layers[i]?.size ?? 0), 0),
  };
  if (!prune || !parent || !images.includes(parent)) return removed;
  const unused =
    referencesOf(removed.state, parent).length === 0 && !conflict(removed.state, parent, false, true);
  if (!unused) return removed;
  const below = drop(removed.state, parent, []);
  return {
    state: below.state,
    removals: [...removed.removals, ...below.removals],
    freed: removed.freed + below.freed,
  };
}

/** Docker knows layers by what is in them: two commits of one container, or an image that was saved and loaded, share theirs. */
const isSame = (one: Layer, other: Layer | undefined): boolean =>
  other !== undefined &&
  (one === other ||
    (one.upper === other.upper && one.lower === other.lower) ||
    (one.size === other.size && one.diffId === other.diffId));

/** Indices of the image's layers that nothing holds any more, topmost first. A layer is held with all below it. */
function freedLayers(state: DaemonState, image: Image): number[] {
  const holders: (readonly Layer[])[] = [
    ...state.images.map(({ layers }) => layers),
    ...state.containers.map((container) => container.image.layers),
  ];
  const held = (i: number): boolean => {
    const layer = image.layers[i];
    if (!layer || state.cachedLayers.has(layer)) return true;
    return holders.some((layers) => image.layers.slice(0, i + 1).every((one, j) => isSame(one, layers[j])));
  };
  const gone: number[] = [];
  for (let i = image.layers.length - 1; i >= 0 && !held(i); i--) gone.push(i);
  return gone;
}
