import { placeOf } from "./place-of.ts";
import type { Upload } from "./registry-state.ts";
import { reply } from "./reply.ts";
import type { RegistryRequest, RegistryResponse } from "./request.ts";

/** Headers that say how far an upload is; of an empty one `0-0`, as distribution has it. */
export const uploadPlace = (
  request: RegistryRequest,
  id: string,
  { repository, size }: Upload,
): Readonly<Record<string, string>> => ({
  Location: placeOf(request, `/v2/${repository}/blobs/uploads/${id}`),
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
