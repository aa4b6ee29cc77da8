import { encode } from "../../core/bytes.ts";
import { type Digest, isDigest } from "../../core/digest.ts";
import { notSimulated } from "../../core/engine-error.ts";
import type { Endpoint, Exchange } from "../exchange.ts";
import { failure } from "../failure.ts";
import { headerOf } from "../header-of.ts";
import { receiveManifest } from "../receive-manifest.ts";
import type { RegistryState } from "../registry-state.ts";
import { reply } from "../reply.ts";
import type { RegistryResponse } from "../request.ts";
import { changeRepository } from "../store.ts";

/** `/v2/NAME/manifests/REFERENCE`, by tag or digest (specification, end-3, end-7, end-9). */
export const manifests: Endpoint = {
  GET(exchange) {
    const { registry, request, name, reference } = exchange;
    const repository = registry.repositories.get(name);
    const digest = isDigest(reference) ? reference : repository?.tags.get(reference);
    const manifest = digest === undefined ? undefined : repository?.manifests.get(digest);
    if (!manifest) {
      if (repository?.partial) throw notSimulated(`the manifest ${reference} of ${name}`, "send it");
      return { response: unknown(exchange) };
    }
    const headers = {
      "Content-Type": manifest.mediaType,
      "Docker-Content-Digest": manifest.digest,
      Etag: `"${manifest.digest}"`,
    };
    if (headerOf(request, "If-None-Match")?.replaceAll('"', "") === manifest.digest)
      return { response: reply(304, headers) };
    return { response: reply(200, headers, encode(manifest.text)) };
  },
  PUT: receiveManifest,
  DELETE(exchange) {
    const { registry, name, reference } = exchange;
    const repository = registry.repositories.get(name);
    if (!repository) return { response: failure("NAME_UNKNOWN", { name }) };
    if (!(isDigest(reference) ? repository.manifests : repository.tags).has(reference as Digest))
      return { response: failure("MANIFEST_UNKNOWN") };
    return { response: reply(202), registry: without(exchange, reference) };
  },
};

/** A tag goes alone; a manifest takes its tags along. */
const without = ({ registry, name }: Exchange, reference: string): RegistryState =>
  changeRepository(registry, name, (repository) => ({
    ...repository,
    manifests: new Map([...repository.manifests].filter(([digest]) => digest !== reference)),
    tags: new Map([...repository.tags].filter(([tag, digest]) => tag !== reference && digest !== reference)),
  }));

const unknown = ({ name, reference }: Exchange): RegistryResponse =>
  failure("MANIFEST_UNKNOWN", isDigest(reference) ? { Name: name, Revision: reference } : { Tag: reference });
