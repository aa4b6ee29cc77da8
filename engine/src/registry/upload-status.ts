import { toBase64 } from "../core/base64.ts";
import { encode } from "../core/bytes.ts";
import { placeOf } from "./place-of.ts";
import type { Upload } from "./registry-state.ts";
import { reply } from "./reply.ts";
import type { RegistryRequest, RegistryResponse } from "./request.ts";

/** What distribution keeps of an upload in its place, signed; to its clients it is only a word that comes back. */
const stateOf = (id: string): string => toBase64(encode(id)).replaceAll("=", "");

/** Headers that say how far an upload is; of an empty one `0-0`, as distribution has it. */
export const uploadPlace = (
  request: RegistryRequest,
  id: string,
  { repository, size }: Upload,
): Readonly<Record<string, string>> => ({
  Location: placeOf(request, `/v2/${repository}/blobs/uploads/${id}?_state=${stateOf(id)}`),
  "Docker-Upload-UUID": id,
  Range: `0-${Math.max(0, size - 1)}`,
});

/** How far an upload is, as an answer without a body. */
export const uploadStatus = (
  request: RegistryRequest,
  id: string,
  upload: Upload,
  status: number,
): RegistryResponse => reply(status, uploadPlace(request, id, upload));
