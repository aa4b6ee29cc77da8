import type { Digest } from "../../core/digest.ts";
import { parseReference } from "../../oci/reference.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import { cost } from "../solve/cost.ts";
import type { BuildRequest } from "../request.ts";
import type { LogLine, Vertex } from "../result.ts";

/** What the client's protocol adds to each file that it sends, about: not exact, and nothing is built on it. */
const ENVELOPE = 26;

const line = (text: string): LogLine => ({ at: 0, stream: "stdout", text });

function internal(name: string, begin: number, duration: number, log: readonly LogLine[] = []): Vertex {
  return { name, status: "DONE", log, begin, duration, cost: duration };
}

export function definitionVertex({ dockerfile }: BuildRequest): Vertex {
  const size = dockerfile.text === undefined ? 2 : dockerfile.text.length + dockerfile.name.length + ENVELOPE;
  const log = [line(`transferring dockerfile: ${size}B done`)];
  return internal(`[internal] load build definition from ${dockerfile.name}`, 0, cost.definition, log);
}

/** How a context that came as an archive is taken in [measured on Docker 28.5.2]. */
export const archiveVertices = (): Vertex[] =>
  ["[internal] load remote build context", "copy /context /"].map((name) =>
    internal(name, 0, cost.definition),
  );

export function metadataVertex(reference: string, error: string | undefined): Vertex {
  const vertex = internal(`[internal] load metadata for ${reference}`, cost.definition, cost.metadata);
  return error === undefined ? vertex : { ...vertex, status: "ERROR", error };
}

export function ignoreVertex({ ignore }: BuildRequest, begin: number): Vertex {
  const size = ignore === undefined ? 2 : ignore.length + ".dockerignore".length + ENVELOPE;
  return internal("[internal] load .dockerignore", begin, cost.ignore, [
    line(`transferring context: ${size}B done`),
  ]);
}

/** With a digest it was asked for at its registry (recording build/cache/pull). */
export function baseVertex(name: string, begin: number, digest: string | undefined): Vertex {
  if (digest === undefined) return internal(name, begin, cost.base);
  const [, reference = ""] = name.split("FROM ");
  return internal(`${name}@${digest}`, begin, cost.base, [line(`resolve ${reference}@${digest} done`)]);
}

const prepared = (name: string, begin: number, known: boolean): Vertex => {
  const vertex = internal(`[internal] ${name}`, begin, known ? 0 : cost.inline);
  return known ? { ...vertex, status: "CACHED" } : vertex;
};

export const inlineVertex = (begin: number, known: boolean): Vertex =>
  prepared("preparing inline document", begin, known);

/** Makes the folder that a cache mount begins as. */
export const permissionsVertex = (begin: number, known: boolean): Vertex =>
  prepared("setting cache mount permissions", begin, known);

const sizes = new WeakMap<Entry, number>();

function sizeOf(entry: Entry, name: string): number {
  const known = sizes.get(entry);
  if (known !== undefined) return known;
  let size = name.length + ENVELOPE;
  if (entry.kind === "file") size += entry.content.size;
  if (entry.kind === "directory") for (const [child, each] of entry.children) size += sizeOf(each, child);
  sizes.set(entry, size);
  return size;
}

/** BuildKit prints sizes with two decimals here, unlike Docker's tables. */
function wireSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(2)}kB`;
  return `${(bytes / 1e6).toFixed(2)}MB`;
}

export const contextVertex = (context: Directory, begin: number): Vertex => ({
  ...internal("[internal] load build context", begin, cost.context),
  get log(): readonly LogLine[] {
    return [line(`transferring context: ${wireSize(sizeOf(context, ""))} done`)];
  },
});

/** The last vertex. Its log names the image in full (no tag is added), whose digest is made only when the log is read. */
export function exportVertex(
  id: () => Digest,
  tags: readonly string[],
  begin: number,
  fresh: boolean,
  layers: number,
): Vertex {
  const duration = fresh ? cost.export : 0;
  return {
    ...internal("exporting to image", begin, duration),
    get log(): readonly LogLine[] {
      const named = tags.map((tag) => {
        const reference = parseReference(tag);
        if ("error" in reference) return line(`naming to ${tag} done`);
        const { registry, repository, tag: given } = reference;
        return line(`naming to ${registry}/${repository}${given === undefined ? "" : `:${given}`} done`);
      });
      const exported = fresh
        ? `exporting layers ${(duration / 1000).toFixed(1)}s done`
        : "exporting layers done";
      // Docker has no word about the layers of an image that has none (transcripts/build/instr/scratch-cmd.txt).
      return [...(layers > 0 ? [line(exported)] : []), line(`writing image ${id()} done`), ...named];
    },
  };
}
