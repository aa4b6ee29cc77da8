import { describe, expect, test } from "vitest";
import { toBase64 } from "../core/base64.ts";
import { decode, encode } from "../core/bytes.ts";
import { openRegistry, type RegistryState } from "./registry-state.ts";
import type { RegistryResponse } from "./request.ts";
import { RegistryClient } from "../../testing/registry-client.ts";

const accounts = new Map([["learner", "s3cret"]]);
const basic = (name: string, password: string): string => `Basic ${toBase64(encode(`${name}:${password}`))}`;
const of = (access: RegistryState["access"]): RegistryClient =>
  new RegistryClient({ ...openRegistry, access, accounts });
const challenge = (response: RegistryResponse): unknown[] => [
  response.status,
  response.headers.get("Www-Authenticate"),
];

describe("a registry with passwords", () => {
  test("asks for one, and lets all of its accounts in", () => {
    const client = of("basic");
    expect(challenge(client.ask("GET", "/v2/"))).toEqual([401, 'Basic realm="Registry Realm"']);
    for (const word of [basic("learner", "wrong"), "Bearer x", "Basic ???"])
      expect(client.ask("GET", "/v2/", "", { Authorization: word }).status).toBe(401);
    client.headers = { authorization: basic("learner", "s3cret") };
    expect(client.ask("GET", "/v2/").status).toBe(200);
    client.image("any/name", "1", ["layer"]);
    expect(client.ask("GET", "/v2/any/name/manifests/1").status).toBe(200);
  });
});

describe("a hub", () => {
  const token = (client: RegistryClient, query: string, headers: Record<string, string> = {}): string =>
    (JSON.parse(decode(client.ask("GET", `/token?${query}`, "", headers).body)) as { token: string }).token;
  const hub = (): RegistryClient => {
    const client = of("hub");
    const own = token(client, "service=registry.docker.io&scope=repository:learner/app:pull,push", {
      Authorization: basic("learner", "s3cret"),
    });
    client.headers = { Authorization: `Bearer ${own}` };
    client.image("learner/app", "1", ["layer"]);
    client.headers = {};
    return client;
  };

  test("says where and for what a token is to be had", () => {
    const client = hub();
    const realm = 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"';
    expect(challenge(client.ask("GET", "/v2/"))).toEqual([401, realm]);
    expect(challenge(client.ask("GET", "/v2/learner/app/manifests/1"))).toEqual([
      401,
      `${realm},scope="repository:learner/app:pull"`,
    ]);
    const mount = client.ask("POST", "/v2/learner/app/blobs/uploads/?mount=x&from=a/b");
    expect(challenge(mount)[1]).toContain('scope="repository:learner/app:pull,push repository:a/b:pull"');
    expect(JSON.parse(decode(mount.body))).toMatchObject({
      errors: [{ code: "UNAUTHORIZED", detail: [{ Action: "pull" }, { Action: "push" }, { Name: "a/b" }] }],
    });
  });

  test("gives nobody in particular a token to pull, and owners one to push", () => {
    const client = hub();
    const may = (bearer: string, method: string, path: string): unknown[] =>
      challenge(client.ask(method, path, "", { Authorization: `Bearer ${bearer}` }));
    const anyone = token(client, "scope=repository:learner/app:pull,push");
    expect(may(anyone, "GET", "/v2/learner/app/tags/list")[0]).toBe(200);
    expect(may(anyone, "POST", "/v2/learner/app/blobs/uploads/")).toEqual([
      401,
      expect.stringContaining('error="insufficient_scope"'),
    ]);
    expect(may(anyone, "GET", "/v2/_catalog")[0]).toBe(401);
    const other = token(client, "scope=repository:elsewhere/app:pull,push", {
      Authorization: basic("learner", "s3cret"),
    });
    expect(may(other, "GET", "/v2/elsewhere/app/tags/list")[0]).toBe(401);
    expect(
      client.ask("GET", "/token?scope=repository:a/b:pull", "", { Authorization: basic("learner", "no") })
        .status,
    ).toBe(401);
  });

  test("takes no token that it did not write, or whose time is over", () => {
    const client = hub();
    const good = token(client, "scope=repository:learner/app:pull");
    const status = (bearer: string): unknown =>
      challenge(client.ask("GET", "/v2/learner/app/tags/list", "", { Authorization: `Bearer ${bearer}` }))[0];
    expect(status(good)).toBe(200);
    const forged = `${toBase64(encode('["learner",["repository:learner/app:pull,push"],9e15]'))}.${good.split(".")[1]}`;
    for (const bad of [forged, `${good}0`, "x", "", good.split(".")[0] ?? ""]) expect(status(bad)).toBe(401);
    client.now += 299_999;
    expect(status(good)).toBe(200);
    client.now += 1;
    expect(status(good)).toBe(401);
  });

  test("gives one token for several repositories", () => {
    const client = hub();
    const both = token(client, "scope=repository:learner/app:pull&scope=repository:learner/next:pull,push", {
      Authorization: basic("learner", "s3cret"),
    });
    client.headers = { Authorization: `Bearer ${both}` };
    const { digest } = { digest: client.registry.repositories.get("learner/app")?.blobs.keys().next().value };
    const mount = client.ask("POST", `/v2/learner/next/blobs/uploads/?mount=${digest}&from=learner/app`);
    expect(mount.status).toBe(201);
  });
});
