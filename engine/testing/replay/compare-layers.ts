import { layerMembers, sha256 } from "./layer-members.ts";
import type { MachineImage } from "./machine.ts";
import type { Difference, ExpectedLayer, LayerMember } from "./transcript.ts";

/** Folders by path, as they stand below a layer. */
export type Folders = ReadonlyMap<string, string>;

/** BuildKit makes mount points in these while a RUN runs, so a bare entry of theirs says nothing. */
const MOUNT_POINTS = new Set(["etc", "dev", "proc", "sys"]);

/** Compares the new layers member by member; a folder that stands below with the same owner and mode may be repeated or not. */
export function compareLayers(
  expected: readonly ExpectedLayer[],
  ours: MachineImage["layers"],
  below: Folders,
): Difference[] {
  const differences: Difference[] = [];
  const folders = new Map(below);
  for (const [i, layer] of expected.entries()) {
    if (layer === undefined) continue;
    const { digest, members } = layer;
    const open = new Set(
      members.filter(({ type, content }) => type === "file" && content === undefined).map(({ path }) => path),
    );
    const want = facts(members, folders, open);
    const { tar, diffId } = ours[i] ?? { tar: null, diffId: "absent" };
    const got = facts(tar === null ? [] : layerMembers(tar), folders, open);
    for (const path of new Set([...want.keys(), ...got.keys()])) {
      const [theirs, own] = [want.get(path) ?? "absent", got.get(path) ?? "absent"];
      if (theirs !== own)
        differences.push({ facet: "layers", told: `layer ${i}: ${path} is ${own}, in Docker ${theirs}` });
    }
    if (digest !== undefined && digest !== diffId) {
      differences.push({ facet: "layers", told: `layer ${i}: its tar is ${diffId}, in Docker ${digest}` });
    }
    for (const { path, type, mode, uid, gid } of members)
      if (type === "dir") folders.set(path, `${mode} ${uid}:${gid}`);
  }
  return differences;
}

function facts(
  members: readonly LayerMember[],
  folders: Folders,
  open: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const { path, type, mode, uid, gid, old, link, content } of members) {
    const owner = `${uid}:${gid}`;
    if (type === "dir" && (MOUNT_POINTS.has(path) || folders.get(path) === `${mode} ${owner}`)) continue;
    const words = [type, type === "symlink" ? "" : mode, owner, old ? "old" : "new"];
    if (link !== undefined) words.push("->", link);
    if (content !== undefined && !open.has(path)) words.push(told64(content));
    told.set(path, words.join(" "));
  }
  return told;
}

const told64 = (content: NonNullable<LayerMember["content"]>): string =>
  "text" in content
    ? `${new TextEncoder().encode(content.text).length} ${sha256(content.text)}`
    : `${content.size} ${content.sha256}`;
