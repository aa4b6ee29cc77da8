import { describe, expect, test } from "vitest";
import {
  familiarName,
  familiarRepository,
  parseReference,
  qualifiedName,
  referenceProblem,
} from "./reference.ts";

const digest = `sha256:${"ab".repeat(32)}`;

test.each([
  ["busybox", "docker.io/library/busybox:latest", "busybox"],
  ["busybox:1.36", "docker.io/library/busybox:1.36", "busybox:1.36"],
  ["pp/app", "docker.io/pp/app:latest", "pp/app"],
  ["docker.io/library/busybox", "docker.io/library/busybox:latest", "busybox"],
  ["index.docker.io/pp/app:2", "docker.io/pp/app:2", "pp/app:2"],
  ["docker.io/busybox", "docker.io/library/busybox:latest", "busybox"],
  ["localhost/app", "localhost/app:latest", "localhost/app"],
  ["localhost:5000/a/b:1", "localhost:5000/a/b:1", "localhost:5000/a/b:1"],
  ["ghcr.io/a/b", "ghcr.io/a/b:latest", "ghcr.io/a/b"],
  ["[::1]:5000/a", "[::1]:5000/a:latest", "[::1]:5000/a"],
  ["Host/app", "Host/app:latest", "Host/app"],
  [`busybox@${digest}`, `docker.io/library/busybox@${digest}`, `busybox@${digest}`],
  [`busybox:1@${digest}`, `docker.io/library/busybox:1@${digest}`, `busybox:1@${digest}`],
  ["a__b--c/e_f.g", "docker.io/a__b--c/e_f.g:latest", "a__b--c/e_f.g"],
])("%s", (text, qualified, familiar) => {
  const reference = parseReference(text);
  if ("error" in reference) throw new Error(reference.error);
  expect(qualifiedName(reference)).toBe(qualified);
  expect(familiarName(reference)).toBe(familiar);
});

describe("words of an error", () => {
  test.each([
    ["Busybox", "invalid reference format: repository name (library/Busybox) must be lowercase"],
    ["a/B:1", "invalid reference format: repository name (a/B) must be lowercase"],
    ["x:y:z", "invalid reference format"],
    ["", "invalid reference format"],
    ["a b", "invalid reference format"],
    ["-a", "invalid reference format"],
    ["a_b.c/d", "invalid reference format"],
    ["a:", "invalid reference format"],
    [`a:${"t".repeat(129)}`, "invalid reference format"],
    ["a@sha256:12", "invalid reference format"],
    [`a@sha256:${"1".repeat(32)}`, "invalid checksum digest length"],
    [`a@md5:${"1".repeat(32)}`, "unsupported digest algorithm"],
    [
      "f".repeat(64),
      `invalid repository name (${"f".repeat(64)}), cannot specify 64-byte hexadecimal strings`,
    ],
    ["a".repeat(256), "repository name must not be more than 255 characters"],
  ])("%s", (text, error) => {
    expect(parseReference(text)).toEqual({ error });
  });

  test("a tag of docker build is read without filling in", () => {
    expect(referenceProblem("Foo")).toBe("repository name must be lowercase");
    expect(referenceProblem("a:b:c")).toBe("invalid reference format");
    expect(referenceProblem("web:1.0")).toBeUndefined();
  });
});

test("a hostile name is answered at once", () => {
  for (const name of [`${"a-".repeat(100_000)}!`, `${"a.".repeat(2_000)}/!`, `x/${"a_".repeat(2_000)}`])
    expect(parseReference(name)).toHaveProperty("error");
});

test("the repository alone", () => {
  const reference = parseReference("docker.io/library/python:3.11-slim");
  expect("error" in reference || familiarRepository(reference)).toBe("python");
});
