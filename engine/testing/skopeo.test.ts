import { createHash } from "node:crypto";
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Workstation } from "../src/host/workstation.ts";
import { openRegistry, type RegistryState } from "../src/registry/registry-state.ts";
import { serve } from "../src/registry/serve.ts";
import { Content } from "../src/vfs/content.ts";
import { listenOnLoopback, type LoopbackRegistry } from "./loopback-registry.ts";

const there = spawnSync("skopeo", ["--version"]).status === 0;
const why = there ? "" : " (skipped: this machine has no skopeo; apt-get install skopeo)";

const OPEN = "127.0.0.1:5000";
const accounts = new Map([["learner", "s3cret"]]);

describe.skipIf(!there)(`a real client${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "drydock-skopeo-"));
  const at = (name: string): string => join(folder, name);
  const station = new Workstation({ bases: [], seed: "skopeo", daemon: { registries: registries() } });
  const servers: LoopbackRegistry[] = [];
  const typed = (line: string): string => {
    const { exitCode, stdout, stderr } = station.run(line);
    expect(`${exitCode} ${exitCode === 0 ? "" : stderr}`, line).toBe("0 ");
    return stdout;
  };
  const skopeo = async (...words: readonly string[]): Promise<string> => {
    const policy = ["--insecure-policy", "--tmpdir", folder];
    const { stdout } = await promisify(execFile)("skopeo", [...policy, ...words]);
    return stdout;
  };
  /** The simulation's registry of that name behind a real port. @returns where it listens */
  const listen = async (name: string): Promise<string> => {
    const server = await listenOnLoopback((request) => {
      const { daemon } = station;
      const registry = daemon.state.registries.get(name) ?? openRegistry;
      const served = serve(withRealm(registry), request, daemon.state.time);
      const after = new Map(daemon.state.registries).set(name, served.registry);
      daemon.state = { ...daemon.state, registries: after };
      return served.response;
    });
    servers.push(server);
    function withRealm(registry: RegistryState): RegistryState {
      if (registry.access !== "hub") return registry;
      return { ...registry, tokens: { realm: `http://${server.host}/token`, service: "drydock" } };
    }
    return server.host;
  };
  const bytesOf = (path: string): Uint8Array => {
    const content = station.files.read(`${station.directory}/${path}`);
    if (typeof content === "string" || !content.bytes) throw new Error(`no bytes of ${path}`);
    return content.bytes;
  };

  beforeAll(() => {
    station.write("app/hello.txt", "hello\n");
    station.write("app/run.sh", "#!/bin/sh\necho ran\n", 0o755);
    station.write(
      "Dockerfile",
      'FROM scratch\nCOPY app /app\nENV A=1 B="two words"\nLABEL made=here\nCOPY app/hello.txt /again\nCMD ["/app/run.sh"]\n',
    );
    typed("docker build -q -t app:1 .");
    typed(`docker tag app:1 ${OPEN}/own/app:1`);
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("reads what docker save writes, as Docker's archive and as an OCI layout", async () => {
    typed("docker save -o app.tar app:1");
    writeFileSync(at("app.tar"), bytesOf("app.tar"));
    const config = JSON.parse(
      await skopeo("inspect", "--config", `docker-archive:${at("app.tar")}`),
    ) as object;
    expect(config).toMatchObject({
      config: { Env: expect.arrayContaining(["A=1", "B=two words"]), Labels: { made: "here" } },
    });
    const raw = await skopeo("inspect", "--config", "--raw", `docker-archive:${at("app.tar")}`);
    expect(`sha256:${hash(raw)}`).toBe(typed("docker image inspect app:1 -f '{{.Id}}'").trim());
    await skopeo("copy", `docker-archive:${at("app.tar")}`, `dir:${at("from-archive")}`);
    await skopeo("copy", `oci-archive:${at("app.tar")}:1`, `dir:${at("from-oci")}`);
    const manifest = (name: string): { config: { digest: string }; layers: { digest: string }[] } =>
      JSON.parse(readFileSync(join(at(name), "manifest.json"), "utf8")) as ReturnType<typeof manifest>;
    expect(manifest("from-oci").config.digest).toBe(manifest("from-archive").config.digest);
    expect(manifest("from-oci").layers).toHaveLength(2);
  });

  test("lists, inspects and pulls what docker push sent", async () => {
    const host = await listen(OPEN);
    const pushed = typed(`docker push ${OPEN}/own/app:1`);
    const digest = /digest: (sha256:\w+)/.exec(pushed)?.[1];
    const name = `docker://${host}/own/app`;
    expect(JSON.parse(await skopeo("list-tags", "--tls-verify=false", name))).toMatchObject({ Tags: ["1"] });
    expect(JSON.parse(await skopeo("inspect", "--tls-verify=false", `${name}:1`))).toMatchObject({
      Digest: digest,
      Labels: { made: "here" },
      Architecture: "amd64",
    });
    await skopeo("copy", "--src-tls-verify=false", `${name}@${digest}`, `dir:${at("pulled")}`);
    expect(`sha256:${hash(readFileSync(join(at("pulled"), "manifest.json")))}`).toBe(digest);
  });

  test("pushes an image of its own, which docker pulls, looks into and pushes on", async () => {
    const host = await listen(OPEN);
    writeFileSync(at("again.tar"), bytesOf("app.tar"));
    // Packed anew, with an OCI manifest: other layers' digests and another manifest's than Docker's own.
    const name = `docker://${host}/their/app:oci`;
    await skopeo(
      "copy",
      "--dest-tls-verify=false",
      "--format",
      "oci",
      `docker-archive:${at("again.tar")}`,
      name,
    );
    const id = typed("docker image inspect app:1 -f '{{.Id}}'").trim();
    typed(`docker rmi -f app:1 ${OPEN}/own/app:1`);
    const fresh = new Workstation({
      bases: [],
      seed: "other",
      daemon: { registries: station.daemon.state.registries },
    });
    const say = (line: string): string => {
      const { exitCode, stdout, stderr } = fresh.run(line);
      expect(`${exitCode} ${exitCode === 0 ? "" : stderr}`, line).toBe("0 ");
      return stdout;
    };
    expect(say(`docker pull ${OPEN}/their/app:oci`)).toContain("Status: Downloaded newer image");
    const theirs = JSON.parse(await skopeo("inspect", "--tls-verify=false", name)) as { Digest: string };
    expect(say(`docker inspect ${OPEN}/their/app:oci -f '{{index .RepoDigests 0}}'`).trim()).toBe(
      `${OPEN}/their/app@${theirs.Digest}`,
    );
    expect(say(`docker history --no-trunc --format '{{.CreatedBy}}' ${OPEN}/their/app:oci`)).toContain(
      "COPY app /app",
    );
    say(`docker create --name look ${OPEN}/their/app:oci`);
    expect(say("docker cp look:/app/hello.txt - | tar xO")).toBe("hello\n");
    say(`docker tag ${OPEN}/their/app:oci ${OPEN}/next/app`);
    expect(say(`docker push ${OPEN}/next/app`)).toContain("Mounted from their/app");
    expect(id).toMatch(/^sha256:/);
  });

  test("logs in with a password, and with a token where the registry gives them", async () => {
    const image = `docker-archive:${at("again.tar")}`;
    const credentials = ["--dest-creds", "learner:s3cret", "--dest-tls-verify=false"];
    const closed = await listen("closed.example:5001");
    await expect(
      skopeo("copy", "--dest-tls-verify=false", image, `docker://${closed}/app:1`),
    ).rejects.toThrow(/authentication required|unauthorized/);
    await skopeo("copy", ...credentials, image, `docker://${closed}/app:1`);
    const hub = await listen("hub.example:5002");
    await skopeo("copy", ...credentials, image, `docker://${hub}/learner/app:1`);
    await expect(skopeo("copy", ...credentials, image, `docker://${hub}/other/app:1`)).rejects.toThrow(
      /denied|unauthorized|authentication required/,
    );
    const seen = await skopeo("inspect", "--tls-verify=false", `docker://${hub}/learner/app:1`);
    expect(JSON.parse(seen)).toMatchObject({ Labels: { made: "here" } });
  });

  test("deletes an image, and docker finds it no more", async () => {
    const host = await listen(OPEN);
    await skopeo("delete", "--tls-verify=false", `docker://${host}/their/app:oci`);
    expect(station.run(`docker pull ${OPEN}/their/app:oci`).stderr).toContain("manifest unknown");
  });

  test("writes an archive that docker load takes, plain and packed", async () => {
    await skopeo("copy", `dir:${at("from-oci")}`, `docker-archive:${at("theirs.tar")}:foreign/app:2`);
    spawnSync("gzip", ["-k", at("theirs.tar")]);
    for (const file of ["theirs.tar", "theirs.tar.gz"]) {
      const fresh = new Workstation({ bases: [], seed: file });
      fresh.files.write(`${fresh.directory}/in.tar`, Content.of(readFileSync(at(file))));
      expect(fresh.run("docker load -i in.tar").stdout).toBe("Loaded image: foreign/app:2\n");
      fresh.run("docker create --name look foreign/app:2");
      expect(fresh.run("docker cp look:/again - | tar xO").stdout).toBe("hello\n");
      expect(fresh.run("docker image inspect foreign/app:2 -f '{{.Config.Cmd}}'").stdout).toBe(
        "[/app/run.sh]\n",
      );
    }
  });
});

function registries(): ReadonlyMap<string, RegistryState> {
  return new Map([
    [OPEN, openRegistry],
    ["closed.example:5001", { ...openRegistry, access: "basic", accounts }],
    ["hub.example:5002", { ...openRegistry, access: "hub", accounts }],
  ]);
}

function hash(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
