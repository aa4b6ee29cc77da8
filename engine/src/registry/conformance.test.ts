import { describe, expect, test } from "vitest";
import { decode } from "../core/bytes.ts";
import { digestOf } from "../core/digest.ts";
import { mediaType } from "../oci/media-type.ts";
import type { RegistryResponse } from "./request.ts";
import { RegistryClient } from "../../testing/registry-client.ts";

/* The four categories of the OCI distribution specification's conformance tests, 1.1. */

const NAME = "harbour/app";
const NOWHERE = digestOf("nothing has this digest");
const json = ({ body }: RegistryResponse): unknown => JSON.parse(decode(body));
const code = (response: RegistryResponse): string =>
  (json(response) as { errors: { code: string }[] }).errors[0]?.code ?? "";

describe("pull", () => {
  test("a manifest is there by tag and by digest, for GET and HEAD", () => {
    const client = new RegistryClient();
    const digest = client.image(NAME, "1.0", ["a layer"]);
    for (const reference of ["1.0", digest]) {
      const got = client.ask("GET", `/v2/${NAME}/manifests/${reference}`);
      expect(got.status).toBe(200);
      expect(digestOf(got.body)).toBe(digest);
      expect(got.headers.get("Content-Type")).toBe(mediaType.manifest);
      expect(got.headers.get("Docker-Content-Digest")).toBe(digest);
      const head = client.ask("HEAD", `/v2/${NAME}/manifests/${reference}`);
      expect(head.status).toBe(200);
      expect(head.body.length).toBe(0);
      expect(head.headers.get("Content-Length")).toBe(String(got.body.length));
    }
    expect(
      client.ask("GET", `/v2/${NAME}/manifests/1.0`, "", { "if-none-match": `"${digest}"` }).status,
    ).toBe(304);
  });

  test("a blob is there, whole and in parts", () => {
    const client = new RegistryClient();
    const { digest } = client.blob(NAME, "0123456789");
    const path = `/v2/${NAME}/blobs/${digest}`;
    expect(decode(client.ask("GET", path).body)).toBe("0123456789");
    const head = client.ask("HEAD", path);
    expect([head.status, head.body.length, head.headers.get("Content-Length")]).toEqual([200, 0, "10"]);
    const part = (range: string): unknown[] => {
      const { status, body, headers } = client.ask("GET", path, "", { Range: range });
      return [status, decode(body).slice(0, 10), headers.get("Content-Range")];
    };
    expect(part("bytes=2-4")).toEqual([206, "234", "bytes 2-4/10"]);
    expect(part("bytes=7-")).toEqual([206, "789", "bytes 7-9/10"]);
    expect(part("bytes=8-400")).toEqual([206, "89", "bytes 8-9/10"]);
    expect(part("bytes=10-")).toEqual([416, '{"errors":', "bytes */10"]);
  });

  test("what is not there is told by its code", () => {
    const client = new RegistryClient();
    client.image(NAME, "1.0", []);
    const asked = (path: string): unknown[] => {
      const response = client.ask("GET", path);
      return [response.status, code(response)];
    };
    expect(asked(`/v2/${NAME}/manifests/nope`)).toEqual([404, "MANIFEST_UNKNOWN"]);
    expect(asked(`/v2/${NAME}/manifests/${NOWHERE}`)).toEqual([404, "MANIFEST_UNKNOWN"]);
    expect(asked(`/v2/${NAME}/blobs/${NOWHERE}`)).toEqual([404, "BLOB_UNKNOWN"]);
    expect(asked("/v2/other/tags/list")).toEqual([404, "NAME_UNKNOWN"]);
    // What cannot be a name, a tag or a digest makes no path of the API.
    for (const path of [
      "/v2/BAD/tags/list",
      `/v2/${NAME}/manifests/.INVALID`,
      `/v2/${NAME}/blobs/x`,
      "/v1/",
    ]) {
      const { status, body } = client.ask("GET", path);
      expect([status, decode(body)]).toEqual([404, "404 page not found\n"]);
    }
    expect(client.ask("HEAD", `/v2/${NAME}/blobs/${NOWHERE}`).body.length).toBe(0);
    const wrong = client.ask("POST", `/v2/${NAME}/manifests/1.0`);
    expect([wrong.status, decode(wrong.body), wrong.headers.get("Allow")]).toEqual([
      405,
      "Method not allowed\n",
      "DELETE, GET, HEAD, PUT",
    ]);
  });
});

describe("push", () => {
  const begin = (client: RegistryClient): string =>
    client.ask("POST", `/v2/${NAME}/blobs/uploads/`).headers.get("Location") ?? "";

  test("a blob in one request, in two, or in a stream", () => {
    const client = new RegistryClient();
    const digest = digestOf("bytes");
    const once = client.ask("POST", `/v2/${NAME}/blobs/uploads/?digest=${digest}`, "bytes");
    expect([once.status, once.headers.get("Location")]).toEqual([201, `/v2/${NAME}/blobs/${digest}`]);
    const two = new RegistryClient();
    const put = two.ask("PUT", `${begin(two)}&digest=${encodeURIComponent(digest)}`, "bytes");
    expect([put.status, put.headers.get("Docker-Content-Digest")]).toEqual([201, digest]);
    const stream = new RegistryClient();
    const place = begin(stream);
    const patched = stream.ask("PATCH", place, "bytes");
    expect([patched.status, patched.headers.get("Range")]).toEqual([202, "0-4"]);
    expect(stream.ask("PUT", `${patched.headers.get("Location")}&digest=${digest}`).status).toBe(201);
    for (const one of [client, two, stream])
      expect(decode(one.ask("GET", `/v2/${NAME}/blobs/${digest}`).body)).toBe("bytes");
  });

  test("a blob in chunks: in order, with how far it is", () => {
    const client = new RegistryClient();
    const started = client.ask("POST", `/v2/${NAME}/blobs/uploads/`);
    expect(started.status).toBe(202);
    expect(started.headers.get("Docker-Upload-UUID")).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const place = started.headers.get("Location") ?? "";
    const chunk = (text: string, range: string): RegistryResponse =>
      client.ask("PATCH", place, text, { "Content-Range": range, "Content-Length": String(text.length) });
    expect(chunk("late", "5-8").status).toBe(416);
    expect(chunk("first", "0-4").status).toBe(202);
    const again = chunk("first", "0-4");
    expect([again.status, again.headers.get("Range")]).toEqual([416, "0-4"]);
    const stale = client.ask("GET", place);
    expect([stale.status, stale.headers.get("Range"), stale.headers.get("Location")]).toEqual([
      204,
      "0-4",
      place,
    ]);
    expect(chunk(" then", "5-9").status).toBe(202);
    const digest = digestOf("first then last");
    const end = client.ask("PUT", `${place}&digest=${digest}`, " last", { "Content-Range": "10-14" });
    expect(end.status).toBe(201);
    expect(client.registry.uploads.size).toBe(0);
    expect(client.ask("PATCH", place, "x").status).toBe(404);
    expect(decode(client.ask("GET", `/v2/${NAME}/blobs/${digest}`).body)).toBe("first then last");
  });

  test("bytes that are not what the digest names are refused, and so are wrong lengths", () => {
    const client = new RegistryClient();
    const wrong = client.ask("PUT", `${begin(client)}&digest=${NOWHERE}`, "bytes");
    expect([wrong.status, code(wrong)]).toEqual([400, "DIGEST_INVALID"]);
    expect(code(client.ask("PUT", begin(client), "bytes"))).toBe("DIGEST_INVALID");
    expect(code(client.ask("PUT", `${begin(client)}&digest=md5:12`, "bytes"))).toBe("DIGEST_INVALID");
    expect(code(client.ask("PATCH", begin(client), "bytes", { "Content-Length": "9" }))).toBe("SIZE_INVALID");
    expect(client.registry.repositories.size).toBe(0);
    const place = begin(client);
    expect(client.ask("DELETE", place).status).toBe(204);
    expect(code(client.ask("GET", place))).toBe("BLOB_UPLOAD_UNKNOWN");
    expect(code(client.ask("GET", begin(client).replace(NAME, "other")))).toBe("BLOB_UPLOAD_UNKNOWN");
  });

  test("a blob is mounted from another repository, or else uploaded", () => {
    const client = new RegistryClient();
    const { digest } = client.blob("first/app", "shared");
    const mount = (query: string): number =>
      client.ask("POST", `/v2/second/app/blobs/uploads/?mount=${query}`).status;
    expect(mount(`${digest}&from=third/app`)).toBe(202);
    expect(client.ask("HEAD", `/v2/second/app/blobs/${digest}`).status).toBe(404);
    expect(mount(`${digest}&from=first/app`)).toBe(201);
    expect(client.ask("HEAD", `/v2/second/app/blobs/${digest}`).status).toBe(200);
    expect(mount(digest)).toBe(201);
    expect(mount(NOWHERE)).toBe(202);
  });

  test("a manifest is taken where all that it names is there", () => {
    const client = new RegistryClient();
    const put = (body: unknown, reference = "1.0", type: string = mediaType.manifest): unknown[] => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const response = client.ask("PUT", `/v2/${NAME}/manifests/${reference}`, text, {
        "Content-Type": type,
      });
      return [response.status, response.status < 300 ? response.headers.get("Location") : code(response)];
    };
    const config = { mediaType: mediaType.config, ...client.blob(NAME, "{}") };
    const good = { schemaVersion: 2, mediaType: mediaType.manifest, config, layers: [] };
    const place = `/v2/${NAME}/manifests/${digestOf(JSON.stringify(good))}`;
    expect(put(good)).toEqual([201, place]);
    expect(put(good, digestOf(JSON.stringify(good)))).toEqual([201, place]);
    expect(put(good, NOWHERE)).toEqual([400, "DIGEST_INVALID"]);
    expect(client.ask("PUT", `/v2/${NAME}/manifests/.bad`, JSON.stringify(good)).status).toBe(404);
    expect(put("{")).toEqual([400, "MANIFEST_INVALID"]);
    expect(put([])).toEqual([400, "MANIFEST_INVALID"]);
    expect(put({ ...good, schemaVersion: 1 })).toEqual([400, "MANIFEST_INVALID"]);
    expect(put({ ...good, layers: [{ digest: 3 }] })).toEqual([400, "MANIFEST_INVALID"]);
    expect(put(good, "1.0", mediaType.index)).toEqual([400, "MANIFEST_INVALID"]);
    expect(put({ ...good, layers: [{ ...config, digest: NOWHERE }] })).toEqual([
      400,
      "MANIFEST_BLOB_UNKNOWN",
    ]);
    const index = {
      schemaVersion: 2,
      manifests: [{ mediaType: mediaType.manifest, size: 1, digest: NOWHERE }],
    };
    expect(put(index, "all", mediaType.index)).toEqual([400, "MANIFEST_BLOB_UNKNOWN"]);
    expect(put(" ".repeat(5 * 1024 * 1024))).toEqual([400, "MANIFEST_INVALID"]);
  });

  test("half-done uploads do not pile up", () => {
    const client = new RegistryClient();
    const first = begin(client);
    for (let i = 0; i < 64; i++) begin(client);
    expect(client.registry.uploads.size).toBe(64);
    expect(client.ask("GET", first).status).toBe(404);
  });
});

describe("content discovery", () => {
  test("tags come in order, in pages that lead to one another", () => {
    const client = new RegistryClient();
    for (const tag of ["b", "a", "d", "c", "Z"]) client.image(NAME, tag, []);
    const list = (path: string): unknown[] => {
      const response = client.ask("GET", path);
      return [(json(response) as { tags: string[] }).tags, response.headers.get("Link")];
    };
    const path = `/v2/${NAME}/tags/list`;
    expect(json(client.ask("GET", path))).toEqual({ name: NAME, tags: ["Z", "a", "b", "c", "d"] });
    const [first, link] = list(`${path}?n=2`);
    expect([first, link]).toEqual([["Z", "a"], `<${path}?last=a&n=2>; rel="next"`]);
    expect(list(`${path}?last=a&n=2`)).toEqual([["b", "c"], `<${path}?last=c&n=2>; rel="next"`]);
    expect(list(`${path}?last=c&n=2`)).toEqual([["d"], undefined]);
    expect(list(`${path}?n=0`)).toEqual([[], undefined]);
    expect(code(client.ask("GET", `${path}?n=-1`))).toBe("PAGINATION_NUMBER_INVALID");
  });

  test("the catalogue lists repositories in the same way", () => {
    const client = new RegistryClient();
    for (const name of ["b/x", "a", "b"]) client.image(name, "1", []);
    expect(json(client.ask("GET", "/v2/_catalog"))).toEqual({ repositories: ["a", "b", "b/x"] });
    const page = client.ask("GET", "/v2/_catalog?n=1&last=a");
    expect(json(page)).toEqual({ repositories: ["b"] });
    expect(page.headers.get("Link")).toBe('</v2/_catalog?last=b&n=1>; rel="next"');
  });

  test("referrers of a manifest are listed, by type if asked", () => {
    const client = new RegistryClient();
    const digest = client.image(NAME, "1.0", []);
    const subject = { mediaType: mediaType.manifest, digest, size: 1 };
    const signature = client.image(NAME, "sig", [], { subject, artifactType: "application/vnd.x.signature" });
    const bill = client.image(NAME, "sbom", [], { subject, annotations: { made: "by hand" } });
    const referrers = (query = ""): { digest: string }[] =>
      (
        json(client.ask("GET", `/v2/${NAME}/referrers/${digest}${query}`)) as {
          manifests: { digest: string }[];
        }
      ).manifests;
    expect(referrers().map((one) => one.digest)).toEqual([signature, bill]);
    expect(referrers()[1]).toMatchObject({
      artifactType: mediaType.config,
      annotations: { made: "by hand" },
      mediaType: mediaType.manifest,
    });
    expect(referrers("?artifactType=application/vnd.x.signature").map((one) => one.digest)).toEqual([
      signature,
    ]);
    const filtered = client.ask("GET", `/v2/${NAME}/referrers/${digest}?artifactType=none`);
    expect(filtered.headers.get("OCI-Filters-Applied")).toBe("artifactType");
    expect(filtered.headers.get("Content-Type")).toBe(mediaType.index);
    expect(json(client.ask("GET", `/v2/nowhere/referrers/${NOWHERE}`))).toMatchObject({ manifests: [] });
    const early = client.ask(
      "PUT",
      `/v2/${NAME}/manifests/early`,
      JSON.stringify({
        schemaVersion: 2,
        config: { mediaType: mediaType.config, ...client.blob(NAME, "{}") },
        layers: [],
        subject: { ...subject, digest: NOWHERE },
      }),
      { "Content-Type": mediaType.manifest },
    );
    expect([early.status, early.headers.get("OCI-Subject")]).toEqual([201, NOWHERE]);
  });
});

describe("content management", () => {
  test("a tag goes alone, a manifest with its tags, a blob by its digest", () => {
    const client = new RegistryClient();
    const digest = client.image(NAME, "1.0", ["layer"]);
    client.image(NAME, "also", ["layer"]);
    const status = (method: string, path: string): number => client.ask(method, `/v2/${NAME}/${path}`).status;
    expect(status("DELETE", "manifests/also")).toBe(202);
    expect(status("GET", "manifests/also")).toBe(404);
    expect(status("GET", `manifests/${digest}`)).toBe(200);
    expect(status("DELETE", `manifests/${digest}`)).toBe(202);
    expect(status("GET", `manifests/${digest}`)).toBe(404);
    expect(status("GET", "manifests/1.0")).toBe(404);
    expect(json(client.ask("GET", `/v2/${NAME}/tags/list`))).toEqual({ name: NAME, tags: [] });
    expect(status("DELETE", `manifests/${digest}`)).toBe(404);
    expect(status("DELETE", "manifests/never")).toBe(404);
    const layer = digestOf("layer");
    expect(status("DELETE", `blobs/${layer}`)).toBe(202);
    expect(status("GET", `blobs/${layer}`)).toBe(404);
    expect(status("DELETE", `blobs/${layer}`)).toBe(404);
  });
});
