import { expect, test } from "vitest";
import { bases } from "../../../../bases/index.ts";
import { digestOf } from "../../../core/digest.ts";
import { Workstation } from "../../../host/workstation.ts";
import type { BlackBox } from "../black-box.ts";

const source = '#include <stdio.h>\n\nint main(void) { puts("ebb"); return 0; }\n';
const ebb: BlackBox = {
  name: "ebb",
  sources: { "ebb.c": digestOf(source) },
  build: {
    tool: "gcc",
    target: ".",
    size: 16_000,
    seconds: 0.3,
    usesC: true,
    libraries: ["libc.so.6"],
    glibc: "2.38",
    modules: [],
  },
  runs: [{ needs: [], writes: [], stdout: "ebb\n", answers: [], exit: 0, stop: {} }],
};

function said(dockerfile: string): string {
  const station = new Workstation({
    bases,
    seed: "c",
    blackBoxes: [ebb],
    files: { Dockerfile: dockerfile, "ebb.c": source },
  });
  const built = station.run("docker build --progress=plain -t app .").stderr;
  const { stdout, stderr, exitCode } = station.run("docker run --rm app");
  return built.includes("ERROR") ? built : `${stdout}${stderr}${exitCode}`;
}

const from = (base: string, install: string, target: string, how = ""): string =>
  `FROM ${base} AS b\nRUN ${install}\nCOPY ebb.c .\nRUN gcc ${how} -o /ebb ebb.c\nFROM ${target}\nCOPY --from=b /ebb /\nCMD ["/ebb"]\n`;
const alpine = "apk add --no-cache gcc musl-dev";
const debian = "apt-get update -qq && apt-get install -qq -y --no-install-recommends gcc libc6-dev";

test("the C library that it is compiled against is the one that it needs", () => {
  const missing = "exec /ebb: no such file or directory\n255";
  expect(said(from("alpine:3.24", alpine, "alpine:3.24"))).toBe("ebb\n0");
  expect(said(from("alpine:3.24", alpine, "debian:trixie-slim"))).toBe(missing);
  expect(said(from("alpine:3.24", alpine, "scratch", "-static"))).toBe("ebb\n0");
  expect(said(from("debian:trixie-slim", debian, "alpine:3.24"))).toBe(missing);
});

test("an older glibc than it was linked with refuses it", () => {
  expect(said(from("debian:trixie-slim", debian, "debian:bookworm-slim"))).toBe(
    "/ebb: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by /ebb)\n1",
  );
});

test.each([
  ["alpine:3.24", alpine.replace(" musl-dev", "")],
  ["debian:trixie-slim", debian.replace(" libc6-dev", "")],
])("a compiler without the headers of the C library says which: %s", (base, install) => {
  expect(said(from(base, install, "scratch"))).toMatch(
    /ebb\.c:1:10: fatal error: stdio\.h: No such file or directory\n.*1 \| #include <stdio\.h>\n.*\| {10}\^~{8}\n.*compilation terminated\./,
  );
});
