import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Workstation } from "../src/host/workstation.ts";

const folder = mkdtempSync(join(tmpdir(), "drydock-engine-"));
const at = (name: string): string => join(folder, name);

/** What an engine is called with. podman gets a store of its own, which goes with the folder. */
const ENGINES: readonly (readonly string[])[] = [
  ["podman", "--root", at("root"), "--runroot", at("run"), "--storage-driver", "vfs"],
  ["docker"],
];
const engine = ENGINES.find(
  ([program = "", ...words]) => spawnSync(program, [...words, "info"]).status === 0,
);
const why =
  engine === undefined
    ? " (skipped: neither podman nor a docker that answers is on this machine; apt-get install podman)"
    : ` (${engine[0]})`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(engine === undefined)(`a real engine${why}`, { timeout: 60_000 }, () => {
  const [program = "", ...words] = engine ?? [];
  const station = new Workstation({ bases: [], seed: "real engine" });
  /** Unlike any name that somebody uses, since docker's store is everybody's. */
  const name = `drydock.invalid/check-${process.pid}`;
  const typed = (line: string): string => {
    const { exitCode, stdout, stderr } = station.run(line);
    expect(`${exitCode} ${exitCode === 0 ? "" : stderr}`, line).toBe("0 ");
    return stdout;
  };
  const real = (...more: readonly string[]): string =>
    execFileSync(program, [...words, ...more], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

  beforeAll(() => {
    station.write("site/index.html", "<h1>hi</h1>\n");
    station.write("site/sub/deep.txt", "deep\n");
    station.write("run.sh", "#!/bin/sh\necho ran\n", 0o755);
    station.write("later.txt", "over\n");
    station.write(
      "Dockerfile",
      [
        "FROM scratch",
        "COPY site /srv",
        "COPY --chown=7:8 --chmod=640 run.sh /bin/run",
        "COPY later.txt /srv/index.html",
        "WORKDIR /srv/work",
        'ENV A=1 B="two words"',
        "LABEL made=here",
        "EXPOSE 80 53/udp",
        "VOLUME /data",
        "USER 7:8",
        'HEALTHCHECK --interval=9s CMD ["/bin/run"]',
        'ENTRYPOINT ["/bin/run"]',
        'CMD ["-x"]',
        "",
      ].join("\n"),
    );
    typed(`docker build -q -t ${name}:1 .`);
    typed(`docker tag ${name}:1 ${name}:2`);
    typed(`docker save -o image.tar ${name}:1 ${name}:2`);
    const saved = station.files.read(`${station.directory}/image.tar`);
    if (typeof saved === "string" || !saved.bytes) throw new Error("no bytes of image.tar");
    writeFileSync(at("image.tar"), saved.bytes);
    real("load", "-i", at("image.tar"));
  }, 60_000);
  afterAll(() => void spawnSync(program, [...words, "rmi", "-f", `${name}:1`, `${name}:2`]));

  test("loads what docker save wrote, under its names and its id", () => {
    const ids = [1, 2].map((tag) => real("image", "inspect", "-f", "{{.Id}}", `${name}:${tag}`).trim());
    const [own = ""] = typed(`docker image inspect -f '{{.Id}}' ${name}:1`).split("\n");
    expect(ids.map((id) => id.replace("sha256:", ""))).toEqual(
      [own, own].map((id) => id.replace("sha256:", "")),
    );
  });

  test("sees the same configuration, layers and history", () => {
    const fields = "Env Cmd Entrypoint Labels User WorkingDir ExposedPorts Volumes".split(" ");
    const format = `[${fields.map((field) => `{{json .Config.${field}}}`).join(",")},{{json .RootFS.Layers}},"{{.Os}}/{{.Architecture}}"]`;
    const theirConfig: unknown = JSON.parse(real("image", "inspect", "-f", format, `${name}:1`));
    expect(theirConfig).toEqual(JSON.parse(typed(`docker image inspect -f '${format}' ${name}:1`)));
    const steps = typed(`docker history --no-trunc --format '{{.CreatedBy}}' ${name}:1`).trim().split("\n");
    const theirs = real("history", "--no-trunc", "--format", "{{.CreatedBy}}", `${name}:1`)
      .trim()
      .split("\n");
    expect(theirs).toEqual(steps);
  });

  test("unpacks the same files: content, mode, owner", () => {
    const container = real("create", `${name}:1`).trim().split("\n").at(-1) ?? "";
    try {
      real("export", "-o", at("files.tar"), container);
    } finally {
      real("rm", "-f", container);
    }
    const tar = (...more: readonly string[]): string =>
      execFileSync("tar", [...more], { cwd: folder, encoding: "utf8" });
    expect(tar("xOf", "files.tar", "srv/index.html")).toBe("over\n");
    expect(tar("xOf", "files.tar", "srv/sub/deep.txt")).toBe("deep\n");
    const listed = tar("--numeric-owner", "-tvf", "files.tar");
    expect(listed).toMatch(/^-rw-r----- 7\/8 +19 .* bin\/run$/m);
    expect(listed).toMatch(/^drwxr-xr-x 0\/0 .* srv\/work\/$/m);
  });
});
