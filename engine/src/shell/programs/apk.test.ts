import { describe, expect, it } from "vitest";
import { BaseContainer } from "../../../testing/base-container.ts";

const alpine = (): BaseContainer => new BaseContainer("alpine:3.24");

describe("apk", () => {
  it("adds in apk's form, with the versions it does not know said to be unknown", () => {
    const container = alpine();
    expect(container.run("apk add --no-cache curl").stdout)
      .toBe(`fetch https://dl-cdn.alpinelinux.org/alpine/v3.24/main/x86_64/APKINDEX.tar.gz
fetch https://dl-cdn.alpinelinux.org/alpine/v3.24/community/x86_64/APKINDEX.tar.gz
(1/1) Installing curl (version unknown to Drydock)
Executing busybox-1.37.0-r18.trigger
OK: 14 MiB in 15 packages
`);
    expect(container.run("which curl; apk info -e curl").stdout).toBe("/usr/bin/curl\ncurl\n");
    expect(container.files.list("/var/cache/apk")).toEqual([]);
  });

  it("needs an index", () => {
    expect(alpine().run("apk add curl")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("  curl (no such package):\n    required by: world[curl]\n"),
    });
    expect(alpine().run("apk update && apk add curl").exitCode).toBe(0);
  });

  it("takes a virtual package's members away with it, in the same layer without a trace", () => {
    const container = alpine();
    const { stdout, layer } = container.run(
      "apk add --no-cache --virtual .build-deps gcc musl-dev && apk del .build-deps",
    );
    expect(stdout).toContain("(3/3) Installing .build-deps (20261102.08000");
    expect(stdout).toContain("Purging gcc ");
    expect(layer).toBeLessThan(5_000);
    expect(container.run("which gcc").exitCode).toBe(1);
  });

  it("refuses Debian's names in its own words, with as many as its status", () => {
    const { stdout, stderr, exitCode } = alpine().run("apk add --no-cache build-essential python curl");
    expect(stdout).not.toContain("Installing");
    expect(stderr).toBe(`ERROR: unable to select packages:
  build-essential (no such package):
    required by: world[build-essential]
  python (no such package):
    required by: world[python]
`);
    expect(exitCode).toBe(2);
  });

  it("tells what is installed", () => {
    expect(alpine().run("apk info -vv").stdout).toContain(
      "musl-1.2.5-r10 - the musl c library (libc) implementation\n",
    );
    expect(alpine().run("apk info -e musl nothing")).toMatchObject({ stdout: "musl\n", exitCode: 1 });
  });

  it("does not make up what the catalogue lacks", () => {
    expect(() => alpine().run("apk add --no-cache surely-unknown")).toThrow("NOT_SIMULATED");
    expect(() => alpine().run("apk add --no-cache curl=8.0.0-r0")).toThrow("NOT_SIMULATED");
  });
});
