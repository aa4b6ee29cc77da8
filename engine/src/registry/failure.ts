import { reply } from "./reply.ts";
import type { RegistryResponse } from "./request.ts";

/**
 * Errors by code, with status and message (OCI distribution specification 1.1, "Error Codes"; statuses and words of
 * distribution/distribution, registry/api/errcode).
 */
const CODES = {
  BLOB_UNKNOWN: [404, "blob unknown to registry"],
  BLOB_UPLOAD_INVALID: [404, "blob upload invalid"],
  BLOB_UPLOAD_UNKNOWN: [404, "blob upload unknown to registry"],
  DENIED: [403, "requested access to the resource is denied"],
  DIGEST_INVALID: [400, "provided digest did not match uploaded content"],
  MANIFEST_BLOB_UNKNOWN: [400, "blob unknown to registry"],
  MANIFEST_INVALID: [400, "manifest invalid"],
  MANIFEST_UNKNOWN: [404, "manifest unknown"],
  NAME_INVALID: [400, "invalid repository name"],
  NAME_UNKNOWN: [404, "repository name not known to registry"],
  PAGINATION_NUMBER_INVALID: [400, "invalid number of results requested"],
  RANGE_INVALID: [416, "invalid content range"],
  SIZE_INVALID: [400, "provided length did not match content length"],
  TAG_INVALID: [400, "manifest tag did not match URI"],
  UNAUTHORIZED: [401, "authentication required"],
  UNSUPPORTED: [405, "The operation is unsupported."],
} as const;

type ErrorCode = keyof typeof CODES;

/** A refusal in the specification's form: `{"errors":[{"code","message","detail"}]}`; without a detail there is no such field. */
export const failure = (
  code: ErrorCode,
  detail?: unknown,
  headers: Readonly<Record<string, string>> = {},
): RegistryResponse => failures(code, [detail], headers);

/** The same refusal for several things at once. */
export function failures(
  code: ErrorCode,
  details: readonly unknown[],
  headers: Readonly<Record<string, string>> = {},
): RegistryResponse {
  const [status, message] = CODES[code];
  return reply(status, headers, { errors: details.map((detail) => ({ code, message, detail })) });
}
