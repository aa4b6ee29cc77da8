import type { Digest } from "../../core/digest.ts";
import type { Endpoint, Exchange } from "../exchange.ts";
import { blobCreated, finishUpload } from "../finish-upload.ts";
import type { Blob, RegistryState } from "../registry-state.ts";
import { putBlobs } from "../store.ts";
import { uploadId } from "../upload-id.ts";
import { uploadStatus } from "../upload-status.ts";

/** Open at a time; who begins one more loses the oldest. */
const AT_ONCE = 64;

/**
 * `POST /v2/NAME/blobs/uploads/`: begins an upload; with `digest` the body is the whole blob; with `mount` another repository's
 * blob is linked where it has it (specification, end-4, end-11).
 */
export const uploads: Endpoint = {
  POST(exchange) {
    const { registry, request, name, query } = exchange;
    const mounted = query.has("mount") ? mountable(exchange) : undefined;
    if (mounted)
      return {
        registry: putBlobs(registry, name, [mounted]),
        response: blobCreated(exchange, mounted.digest),
      };
    if (query.has("digest")) return finishUpload(exchange, [request.body]);
    const begun = registry.begun + 1;
    const id = uploadId(name, begun);
    const upload = { repository: name, parts: [], size: 0 };
    const open = new Map([...registry.uploads].slice(-(AT_ONCE - 1))).set(id, upload);
    const next: RegistryState = { ...registry, uploads: open, begun };
    return { registry: next, response: uploadStatus(request, id, upload, 202) };
  },
};

/** The blob to link; without `from` any repository will do (specification, "Mounting a blob from another repository"). */
function mountable({ registry, query }: Exchange): Blob | undefined {
  const digest = query.get("mount") as Digest;
  const from = query.get("from");
  if (from !== undefined) return registry.repositories.get(from)?.blobs.get(digest);
  // On a hub a repository may be another's: only who names it may take from it.
  if (registry.access === "hub") return undefined;
  return [...registry.repositories.values()].find(({ blobs }) => blobs.has(digest))?.blobs.get(digest);
}
