import type { Digest } from "../../core/digest.ts";
import { notSimulated } from "../../core/engine-error.ts";
import type { Endpoint } from "../exchange.ts";
import { failure } from "../failure.ts";
import { headerOf } from "../header-of.ts";
import { reply } from "../reply.ts";
import { changeRepository } from "../store.ts";

/** `/v2/NAME/blobs/DIGEST` (specification, end-2, end-10); a part of it where `Range` asks for one. */
export const blobs: Endpoint = {
  GET({ registry, request, name, reference }) {
    const blob = registry.repositories.get(name)?.blobs.get(reference as Digest);
    if (!blob) return { response: failure("BLOB_UNKNOWN", reference) };
    const headers = {
      "Content-Type": "application/octet-stream",
      "Accept-Ranges": "bytes",
      "Docker-Content-Digest": blob.digest,
      Etag: `"${blob.digest}"`,
    };
    if (headerOf(request, "If-None-Match")?.replaceAll('"', "") === blob.digest)
      return { response: reply(304, headers) };
    if (request.method === "HEAD")
      return { response: reply(200, { ...headers, "Content-Length": String(blob.size) }) };
    const bytes = blob.bytes();
    if (!bytes) throw notSimulated(`the bytes of ${blob.digest}`, `send its ${blob.size} bytes`);
    const range = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(headerOf(request, "Range") ?? "");
    if (!range) return { response: reply(200, headers, bytes) };
    const first = Number(range[1]);
    const last = Math.min(range[2] === "" ? Infinity : Number(range[2]), bytes.length - 1);
    if (first > last)
      return { response: failure("RANGE_INVALID", null, { "Content-Range": `bytes */${bytes.length}` }) };
    const part = { ...headers, "Content-Range": `bytes ${first}-${last}/${bytes.length}` };
    return { response: reply(206, part, bytes.subarray(first, last + 1)) };
  },
  DELETE({ registry, name, reference }) {
    if (!registry.repositories.get(name)?.blobs.has(reference as Digest))
      return { response: failure("BLOB_UNKNOWN") };
    const rest = changeRepository(registry, name, (repository) => ({
      ...repository,
      blobs: new Map([...repository.blobs].filter(([digest]) => digest !== reference)),
    }));
    return { response: reply(202), registry: rest };
  },
};
