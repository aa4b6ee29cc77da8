import { encode } from "../src/core/bytes.ts";
import { type Digest, digestOf } from "../src/core/digest.ts";
import { mediaType } from "../src/oci/media-type.ts";
import { openRegistry, type RegistryState } from "../src/registry/registry-state.ts";
import type { RegistryResponse } from "../src/registry/request.ts";
import { serve } from "../src/registry/serve.ts";

/** Somebody who talks to one registry, for tests: the registry as it is after every request. */
export class RegistryClient {
  registry: RegistryState;
  headers: Readonly<Record<string, string>> = {};
  now = 0;

  constructor(registry: RegistryState = openRegistry) {
    this.registry = registry;
  }

  ask(
    method: string,
    path: string,
    body: Uint8Array | string = "",
    headers: Readonly<Record<string, string>> = {},
  ): RegistryResponse {
    const bytes = typeof body === "string" ? encode(body) : body;
    const all = new Map(Object.entries({ ...this.headers, ...headers }));
    const { registry, response } = serve(
      this.registry,
      { method, path, headers: all, body: bytes },
      this.now,
    );
    this.registry = registry;
    return response;
  }

  /** Uploads a blob at once. */
  blob(name: string, body: Uint8Array | string): { readonly digest: Digest; readonly size: number } {
    const digest = digestOf(body);
    const place = this.ask("POST", `/v2/${name}/blobs/uploads/`).headers.get("Location") ?? "";
    this.ask("PUT", `${place}&digest=${digest}`, body);
    return { digest, size: typeof body === "string" ? encode(body).length : body.length };
  }

  /** Pushes an image of these layers under a tag. @returns the digest of its manifest */
  image(name: string, tag: string, layers: readonly string[], more: object = {}): Digest {
    const config = this.blob(name, JSON.stringify({ architecture: "amd64", os: "linux" }));
    const manifest = JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaType.manifest,
      config: { mediaType: mediaType.config, ...config },
      layers: layers.map((text) => ({ mediaType: mediaType.layer, ...this.blob(name, text) })),
      ...more,
    });
    this.ask("PUT", `/v2/${name}/manifests/${tag}`, manifest, { "Content-Type": mediaType.manifest });
    return digestOf(manifest);
  }
}
