import type { Endpoint, Exchange, Outcome } from "../exchange.ts";
import { failure } from "../failure.ts";
import { finishUpload } from "../finish-upload.ts";
import { headerOf } from "../header-of.ts";
import type { RegistryState, Upload } from "../registry-state.ts";
import { reply } from "../reply.ts";
import { uploadPlace, uploadStatus } from "../upload-status.ts";

/** Bytes of all open uploads: a registry of a simulation has to live in a page's memory. */
const ROOM = 256 * 1024 * 1024;

/** `/v2/NAME/blobs/uploads/ID`: chunks, the end, how far it is, and calling it off (specification, end-5, end-6, end-13). */
export const upload: Endpoint = {
  GET: (exchange) =>
    withUpload(exchange, (open) => ({
      response: uploadStatus(exchange.request, exchange.reference, open, 204),
    })),
  PATCH: (exchange) =>
    withUpload(exchange, (open) => {
      const grown = takeChunk(exchange, open);
      if ("response" in grown) return grown;
      return {
        registry: keep(exchange, grown),
        response: uploadStatus(exchange.request, exchange.reference, grown, 202),
      };
    }),
  PUT: (exchange) =>
    withUpload(exchange, (open) => {
      const whole = takeChunk(exchange, open);
      if ("response" in whole) return whole;
      // Whatever comes of it, the upload is over; only a digest that is missing may be given later.
      const closed = { ...exchange, registry: keep(exchange, undefined) };
      return exchange.query.has("digest")
        ? { registry: closed.registry, ...finishUpload(closed, whole.parts) }
        : finishUpload(exchange, []);
    }),
  DELETE: (exchange) =>
    withUpload(exchange, () => ({
      registry: keep(exchange, undefined),
      response: reply(204, { "Docker-Upload-UUID": exchange.reference }),
    })),
};

function withUpload(exchange: Exchange, act: (open: Upload) => Outcome): Outcome {
  const { registry, name, reference } = exchange;
  const open = registry.uploads.get(reference);
  if (open?.repository !== name)
    return { response: failure(isUploadId(reference) ? "BLOB_UPLOAD_UNKNOWN" : "BLOB_UPLOAD_INVALID", {}) };
  return act(open);
}

const isUploadId = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** Chunks come in order: one that begins elsewhere is refused with 416 and how far the upload is. */
function takeChunk({ registry, request, reference }: Exchange, open: Upload): Upload | Outcome {
  const { body } = request;
  const length = headerOf(request, "Content-Length");
  if (length !== undefined && length !== "" && Number(length) !== body.length)
    return { response: failure("SIZE_INVALID", { expected: Number(length), got: body.length }) };
  const given = headerOf(request, "Content-Range");
  const range = /^(?:bytes[ =])?(\d{1,15})-(\d{1,15})(?:\/[\d*]+)?$/.exec(given ?? "");
  const fits = range && Number(range[1]) === open.size && Number(range[2]) === open.size + body.length - 1;
  if (given !== undefined && !fits)
    return { response: failure("RANGE_INVALID", { Range: given }, uploadPlace(request, reference, open)) };
  const size = open.size + body.length;
  const all = [...registry.uploads.values()].reduce((sum, one) => sum + one.size, body.length);
  if (all > ROOM) return { response: failure("SIZE_INVALID", `more than ${ROOM} bytes on their way`) };
  return { ...open, size, parts: body.length === 0 ? open.parts : [...open.parts, body] };
}

function keep({ registry, reference }: Exchange, upload: Upload | undefined): RegistryState {
  const uploads = new Map(registry.uploads);
  if (upload) uploads.set(reference, upload);
  else uploads.delete(reference);
  return { ...registry, uploads };
}
