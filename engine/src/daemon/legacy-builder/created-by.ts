import { digestOf } from "../../core/digest.ts";
import type { Copy, Instruction } from "../../dockerfile/instruction.ts";
import { diff } from "../../vfs/diff.ts";
import type { Layer } from "../../build/image/image.ts";
import { join } from "../../vfs/path.ts";

/**
 * What the builder before BuildKit writes into a history row, from what BuildKit writes for the same instruction
 * (moby/moby, builder/dockerfile/dispatchers.go, internals.go; recording cli/system/legacy).
 *
 * @param modern BuildKit's row: `RUN |1 A=b /bin/sh -c x # buildkit`, `EXPOSE [80/tcp]`
 * @param copied number of files and folders that COPY or ADD was given
 */
export function createdBy(
  instruction: Instruction,
  modern: string,
  about: {
    readonly shell: readonly string[];
    readonly directory: string;
    readonly layer: Layer | undefined;
    readonly copied: "file" | "dir" | "multi";
  },
): string {
  const plain = modern.replace(/ # buildkit$/, "");
  const comment = `${about.shell.join(" ")} #(nop) `;
  switch (instruction.kind) {
    case "RUN":
      return plain.replace(/^RUN /, "");
    case "COPY":
    case "ADD":
      return `${comment}${instruction.kind} ${about.copied}:${contentHash(about.layer)} in ${placeOf(instruction, plain, about.directory)} `;
    case "WORKDIR":
      return `${comment}WORKDIR ${join(about.directory, plain.replace(/^WORKDIR /, ""))}`;
    case "EXPOSE":
      return `${comment} EXPOSE ${plain.replace(/^EXPOSE \[(.*)\]$/, "$1")}`;
    case "ONBUILD":
      return `${comment} ONBUILD ${instruction.expression}`;
    default:
      return `${comment} ${plain}`;
  }
}

/** The destination in full; a slash at its end stays. */
function placeOf({ destination }: Copy, plain: string, directory: string): string {
  const words = plain.split(" ");
  const wanted = destination.includes("$") ? (words.at(-1) ?? destination) : destination;
  const path = join(directory, wanted);
  return wanted.endsWith("/") && path !== "/" ? `${path}/` : path;
}

/** Of names, modes, owners and contents; times do not count (moby/moby, pkg/tarsum, version 1). */
function contentHash(layer: Layer | undefined): string {
  const rows = layer ? diff(layer.lower, layer.upper) : [];
  const text = rows.map(({ path, entry }) =>
    entry && entry.kind !== "directory"
      ? [path, entry.mode, entry.uid, entry.gid, entry.kind === "file" ? entry.content.digest : entry.kind]
      : [path],
  );
  return digestOf(JSON.stringify(text)).slice("sha256:".length);
}
