import { base } from "./endpoints/base.ts";
import { blobs } from "./endpoints/blobs.ts";
import { catalog } from "./endpoints/catalog.ts";
import { manifests } from "./endpoints/manifests.ts";
import { referrers } from "./endpoints/referrers.ts";
import { tags } from "./endpoints/tags.ts";
import { upload } from "./endpoints/upload.ts";
import { uploads } from "./endpoints/uploads.ts";
import { isDigest } from "../core/digest.ts";
import { isRepositoryName, isTag } from "./names.ts";
import type { Endpoint } from "./exchange.ts";

/** Where a path leads. */
export interface Route {
  readonly endpoint: Endpoint;
  /** Of a repository; empty where there is none. */
  readonly name: string;
  readonly reference: string;
}

/** Paths below a repository, longest first: a name may hold any of these words itself. */
const BELOW: readonly (readonly [RegExp, Endpoint])[] = [
  [/^(.+)\/tags\/list$/, tags],
  [/^(.+)\/manifests\/([^/]+)$/, manifests],
  [/^(.+)\/referrers\/([^/]+)$/, referrers],
  [/^(.+)\/blobs\/uploads\/?$/, uploads],
  [/^(.+)\/blobs\/uploads\/([^/]+)$/, upload],
  [/^(.+)\/blobs\/([^/]+)$/, blobs],
];

/** What may stand at the end of a path: with anything else it is no path of the API (distribution, api/v2, descriptors). */
const FORMS: ReadonlyMap<Endpoint, (reference: string) => boolean> = new Map([
  [manifests, (reference) => isDigest(reference) || isTag(reference)],
  [referrers, isDigest],
  [blobs, isDigest],
]);

/** The endpoint of a path without its query; undefined: not the API's. */
export function route(path: string): Route | undefined {
  if (path === "/v2/") return { endpoint: base, name: "", reference: "" };
  if (path === "/v2/_catalog") return { endpoint: catalog, name: "", reference: "" };
  if (!path.startsWith("/v2/")) return undefined;
  for (const [pattern, endpoint] of BELOW) {
    const match = pattern.exec(path.slice("/v2/".length));
    const [, name = "", reference = ""] = match ?? [];
    if (match && isRepositoryName(name) && (FORMS.get(endpoint)?.(reference) ?? true))
      return { endpoint, name, reference };
  }
  return undefined;
}
