import type { Digest } from "../core/digest.ts";
import { decode } from "../core/bytes.ts";
import { canPull } from "./access.ts";
import type { RegistryState } from "./registry-state.ts";

export interface RegistryRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
}

export interface RegistryResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const JSON_TYPE = "application/json; charset=utf-8";

function answer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): RegistryResponse {
  return {
    status,
    body,
    headers: new Map(
      Object.entries({
        "Content-Type": JSON_TYPE,
        "Docker-Distribution-Api-Version": "registry/2.0",
        ...headers,
      }),
    ),
  };
}

const failure = (status: number, code: string, message: string, detail: unknown): RegistryResponse =>
  answer(status, `${JSON.stringify({ errors: [{ code, message, detail }] })}\n`);

/** The reading half of a registry's HTTP (OCI distribution specification, end-1 to end-8): what a browser or wget can ask. */
export function serve(registry: RegistryState, request: RegistryRequest): RegistryResponse {
  const { path } = request;
  const get = request.method === "GET" || request.method === "HEAD";
  if (!canPull(registry, undefined) && request.headers.get("Authorization") === undefined) {
    const refused = failure(401, "UNAUTHORIZED", "authentication required", null);
    return {
      ...refused,
      headers: new Map([...refused.headers, ["Www-Authenticate", 'Basic realm="Registry Realm"']]),
    };
  }
  if (!get) return failure(405, "UNSUPPORTED", "The operation is unsupported.", null);
  if (path === "/v2/" || path === "/v2") return answer(200, "{}");
  if (path === "/v2/_catalog")
    return answer(200, `${JSON.stringify({ repositories: [...registry.repositories.keys()].toSorted() })}\n`);
  const match = /^\/v2\/(.+)\/(tags\/list|manifests\/([^/]+)|blobs\/([^/]+))$/.exec(path);
  if (!match) return answer(404, "404 page not found\n", { "Content-Type": "text/plain; charset=utf-8" });
  const [, name = "", what = "", reference = "", digest = ""] = match;
  const repository = registry.repositories.get(name);
  if (!repository && !what.startsWith("manifests"))
    return failure(404, "NAME_UNKNOWN", "repository name not known to registry", { name });
  if (what === "tags/list")
    return answer(
      200,
      `${JSON.stringify({ name, tags: [...(repository?.tags.keys() ?? [])].toSorted() })}\n`,
    );
  if (what.startsWith("manifests")) {
    const manifest = repository?.manifests.get((repository.tags.get(reference) ?? reference) as Digest);
    if (!manifest)
      return failure(404, "MANIFEST_UNKNOWN", "manifest unknown", {
        name,
        ...(reference.startsWith("sha256:") ? { revision: reference } : { Tag: reference }),
      });
    return answer(200, request.method === "HEAD" ? "" : manifest.text, {
      "Content-Type": manifest.mediaType,
      "Docker-Content-Digest": manifest.digest,
    });
  }
  const blob = repository?.blobs.get(digest as Digest);
  if (!blob) return failure(404, "BLOB_UNKNOWN", "blob unknown to registry", { digest });
  const bytes = request.method === "HEAD" ? new Uint8Array() : blob.bytes();
  return answer(200, bytes ? decode(bytes) : "", {
    "Content-Type": "application/octet-stream",
    "Docker-Content-Digest": blob.digest,
  });
}
