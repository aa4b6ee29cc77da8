import { concat } from "../core/bytes.ts";
import { type Digest, digestOf, isDigest } from "../core/digest.ts";
import type { Exchange, Outcome } from "./exchange.ts";
import { failure } from "./failure.ts";
import { placeOf } from "./place-of.ts";
import { reply } from "./reply.ts";
import { putBlobs } from "./store.ts";

/** Closes an upload: the bytes must be those that `digest` names, else nothing of them is kept. */
export function finishUpload(exchange: Exchange, parts: readonly Uint8Array[]): Outcome {
  const { registry, name, query } = exchange;
  const wanted = query.get("digest");
  if (wanted === undefined) return { response: failure("DIGEST_INVALID", "digest missing") };
  if (!isDigest(wanted)) return { response: failure("DIGEST_INVALID", "digest parsing failed") };
  const bytes = concat(parts);
  const digest = digestOf(bytes);
  if (digest !== wanted)
    return {
      response: failure("DIGEST_INVALID", { Digest: wanted, Reason: "content does not match digest" }),
    };
  const blob = { digest, size: bytes.length, bytes: () => bytes };
  return { registry: putBlobs(registry, name, [blob]), response: blobCreated(exchange, digest) };
}

/** What a registry answers when a blob has come to be in a repository. */
export const blobCreated = ({ request, name }: Exchange, digest: Digest): Outcome["response"] =>
  reply(201, {
    Location: placeOf(request, `/v2/${name}/blobs/${digest}`),
    "Docker-Content-Digest": digest,
  });
