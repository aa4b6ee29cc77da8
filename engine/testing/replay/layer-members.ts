import { createHash } from "node:crypto";
import { readTar } from "../../src/archive/tar.ts";
import { CONTEXT_TIME } from "./place-file.ts";
import type { LayerMember } from "./transcript.ts";

const KINDS = {
  file: "file",
  link: "hardlink",
  symlink: "symlink",
  directory: "dir",
  device: "char",
} as const;

/** What a layer's tar holds, as a transcript tells it. */
export function layerMembers(tar: Uint8Array): LayerMember[] {
  const members = readTar(tar);
  if (!Array.isArray(members)) throw new Error("the layer's tar cannot be read");
  return members.map(({ name, type, mode, uid, gid, mtime, target, bytes }) => ({
    path: name.replace(/^\.?\//, "").replace(/\/$/, ""),
    type: KINDS[type],
    mode: mode.toString(8).padStart(4, "0"),
    uid,
    gid,
    old: mtime === CONTEXT_TIME,
    ...(target === "" ? {} : { link: target }),
    ...(type === "file" ? { content: { size: bytes.length, sha256: sha256(bytes) } } : {}),
  }));
}

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");
