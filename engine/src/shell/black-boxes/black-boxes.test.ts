import { expect, test } from "vitest";
import { bases } from "../../../bases/index.ts";
import { goServer, goServerFiles } from "../../../testing/go-server.ts";
import { Workstation } from "../../host/workstation.ts";
import type { BlackBox } from "./black-box.ts";

/** Two stages as in every book: compile there, carry the file here. */
const dockerfile = (base: string, how = "", from = "golang:1.26"): string =>
  `FROM ${from} AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN ${how} go build -ldflags="-s -w" -o /out/ .
FROM ${base}
WORKDIR /data
COPY --from=build /out/server /server
ENV GREETING=ahoy
ENTRYPOINT ["/server"]
`;

const machine = (text: string, boxes = [goServer]): Workstation =>
  new Workstation({
    bases,
    seed: "black boxes",
    blackBoxes: boxes,
    files: { ...goServerFiles, Dockerfile: text, ".dockerignore": "Dockerfile\n" },
  });
const build = (text: string): Workstation => {
  const station = machine(text);
  expect(station.run("docker build -q -t app .").stderr).toBe("");
  return station;
};

test("a static program runs in an empty image, a dynamic one needs the loader of its C library", () => {
  const words = (base: string, how = "", from?: string): string => {
    const { stdout, stderr, exitCode } = build(dockerfile(base, how, from)).run("docker run app --version");
    return `${stdout}${stderr}${exitCode}`;
  };
  const missing = "exec /server: no such file or directory\n255";
  expect(words("scratch", "CGO_ENABLED=0")).toBe("server 1.0\n0");
  // golang:1.26 has gcc, so cgo is on; golang:1.26-alpine has none.
  expect(words("scratch")).toBe(missing);
  expect(words("alpine:3.24")).toBe(missing);
  expect(words("debian:bookworm-slim")).toBe("server 1.0\n0");
  expect(words("scratch", "", "golang:1.26-alpine")).toBe("server 1.0\n0");
  expect(words("debian:trixie-slim", "GOARCH=arm64")).toBe("exec /server: exec format error\n255");
});

test("ldd tells what a dynamic program is linked with", () => {
  const told = (how: string): string => {
    const { stdout, stderr } = build(dockerfile("debian:trixie-slim", how)).run(
      "docker run --entrypoint ldd app /server",
    );
    return stdout + stderr;
  };
  expect(told("CGO_ENABLED=0")).toBe("\tnot a dynamic executable\n");
  expect(told("").replaceAll(/0x[0-9a-f]{16}/g, "0x")).toBe(
    "\tlinux-vdso.so.1 (0x)\n\tlibresolv.so.2 => /lib/x86_64-linux-gnu/libresolv.so.2 (0x)\n\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x)\n\t/lib64/ld-linux-x86-64.so.2 (0x)\n",
  );
});

test("its image weighs the base and the declared bytes", () => {
  const station = build(dockerfile("scratch", "CGO_ENABLED=0"));
  expect(station.run("docker images --format '{{.Size}}' app").stdout).toBe("5.2MB\n");
});

test("modules are downloaded where they are not in the cache", () => {
  const log = (text: string): string => machine(text).run("docker build --progress=plain .").stderr;
  const both = dockerfile("scratch", "CGO_ENABLED=0");
  const fetched = /go: downloading github\.com\/go-chi\/chi\/v5 v5\.2\.3/;
  expect(log(both)).not.toMatch(fetched);
  expect(log(both.replace("RUN go mod download\n", ""))).toMatch(fetched);
});

test("a container serves what is declared, and ends by its signal", () => {
  const station = build(dockerfile("scratch", "CGO_ENABLED=0"));
  station.run("docker run -d --name web -p 8080:9000 -e PORT=9000 --hostname quay app");
  expect(station.run("curl -s localhost:8080/").stdout).toBe("ahoy from quay\n");
  expect(station.run("curl -si localhost:8080/health").stdout).toContain(" 204");
  expect(station.run("curl -s localhost:8080/else").stderr).toContain("does not declare an answer");
  const before = station.daemon.state.time;
  station.run("docker stop web");
  expect(station.daemon.state.time - before).toBe(500);
  expect(station.run("docker logs web").stdout).toBe("listening on :8080\nbye\n");
  expect(station.run("docker inspect -f '{{.State.ExitCode}}' web").stdout).toBe("0\n");
});

test("who listens on the container's own loopback is not reached from outside", () => {
  const shy = {
    ...goServer,
    runs: goServer.runs.map((run) => ({
      ...run,
      ...(run.listens && { listens: { ...run.listens, address: "127.0.0.1" } }),
    })),
  };
  const station = machine(dockerfile("debian:trixie-slim"), [shy]);
  station.run("docker build -q -t app . && docker run -d --name web -p 8080:8080 app");
  expect(station.run("curl -s localhost:8080/").exitCode).not.toBe(0);
});

test("a program without a handler, or behind a shell, is killed", () => {
  const deaf = { ...goServer, runs: goServer.runs.map((run) => ({ ...run, stop: {} })) };
  const status = (boxes: BlackBox, entrypoint: string): string => {
    const text = dockerfile("debian:trixie-slim").replace(/ENTRYPOINT.*/, `ENTRYPOINT ${entrypoint}`);
    const station = machine(text, [boxes]);
    station.run("docker build -q -t app . && docker run -d --name web app && docker stop web");
    return station.run("docker inspect -f '{{.State.ExitCode}}' web").stdout;
  };
  expect(status(deaf, '["/server"]')).toBe("137\n");
  expect(status(goServer, "/server; echo over")).toBe("137\n");
  expect(status(goServer, '["/server"]')).toBe("0\n");
});

test("what it needs is looked for when it starts", () => {
  const station = build(dockerfile("debian:trixie-slim"));
  const { stderr, exitCode } = station.run("docker run -e GREETING= app");
  expect(`${stderr}${exitCode}`).toBe("GREETING is not set\n1");
  expect(station.run("docker run -u 1000 app").stderr).toBe("open /data/started: permission denied\n");
  expect(station.run("docker run -v box:/data --entrypoint cat app /data/started").exitCode).toBe(1);
});

test.each([
  ["echo '// more' >> main.go", "main.go is not as the lesson has it"],
  ["echo 'package main' > more.go", "more.go is not part of what the lesson declares"],
  ["rm main.go; echo 'package main' > other.go", "main.go is not there"],
  ["sed -i s/v5.2.3/v5.2.2/ go.sum", "go.sum is not as the lesson has it"],
])("other sources make it inconclusive: %s", (edit, words) => {
  const station = machine(dockerfile("scratch"));
  station.run(edit);
  const { stderr, builds } = station.run("docker build .");
  expect(stderr).toContain(words);
  expect(builds[0]?.error?.drydock).toBeDefined();
});

test("go's own words where its files are missing", () => {
  const said = (text: string): string => machine(text).run("docker build --progress=plain .").stderr;
  expect(
    said(dockerfile("scratch").replace("COPY go.mod go.sum ./\nRUN go mod download\nCOPY . .", "")),
  ).toContain(
    "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
  );
  expect(said(dockerfile("scratch").replace("COPY . .", ""))).toContain("no Go files in /src");
  expect(said(dockerfile("scratch", "CGO_ENABLED=1", "golang:1.26-alpine"))).toContain(
    'cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
  );
});
