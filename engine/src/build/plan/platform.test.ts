import { expect, test } from "vitest";
import { formatPlatform, normalPlatform, parsePlatform } from "./platform.ts";

const told = (text: string): string => {
  const platform = parsePlatform(text);
  return "error" in platform ? platform.error : formatPlatform(platform);
};

test.each<[text: string, platform: string]>([
  ["linux", "linux/amd64"],
  ["macos", "darwin/amd64"],
  ["Windows", "windows/amd64"],
  ["arm64", "linux/arm64"],
  ["AArch64", "linux/arm64"],
  ["x86_64", "linux/amd64"],
  ["x86-64", "linux/amd64"],
  ["i386", "linux/386"],
  ["armhf", "linux/arm"],
  ["armel", "linux/arm/v6"],
  ["arm", "linux/arm"],
  ["riscv64", "linux/riscv64"],
  ["linux/arm64", "linux/arm64"],
  ["linux/arm", "linux/arm"],
  ["MacOS/arm64", "darwin/arm64"],
  ["linux/arm64/v8", "linux/arm64/v8"],
  ["linux/arm64/8", "linux/arm64/v8"],
  ["linux/arm64/v9", "linux/arm64/v9"],
  ["linux/arm/7", "linux/arm/v7"],
  ["linux/arm/v6", "linux/arm/v6"],
  ["linux/arm/55", "linux/arm/55"],
  ["linux/amd64/v1", "linux/amd64"],
  ["linux/amd64/v2", "linux/amd64/v2"],
  ["linux/mips64le/softfloat", "linux/mips64le/softfloat"],
])("%s is %s", (text, platform) => {
  expect(told(text)).toBe(platform);
});

const COMPONENT = 'platform specifier component must match "^[A-Za-z0-9_.-]+$": invalid argument';

test.each<[text: string, error: string]>([
  ["linux/*", '"linux/*": wildcards not yet supported: invalid argument'],
  ["", `"" is an invalid component of "": ${COMPONENT}`],
  ["linux//v7", `"" is an invalid component of "linux//v7": ${COMPONENT}`],
  ["lin ux/arm", `"lin ux" is an invalid component of "lin ux/arm": ${COMPONENT}`],
  [" linux", `" linux" is an invalid component of " linux": ${COMPONENT}`],
  ["linux ", `"linux " is an invalid component of "linux ": ${COMPONENT}`],
  ["a/b/c/d", '"a/b/c/d": cannot parse platform specifier: invalid argument'],
  ["toaster", '"toaster": unknown operating system or architecture: invalid argument'],
])("%j is no platform", (text, error) => {
  expect(told(text)).toBe(error);
});

test("names that mean one machine become one name", () => {
  const normal = (os: string, architecture: string, variant: string): string =>
    formatPlatform(normalPlatform({ os, architecture, variant }));
  expect(normal("macOS", "aarch64", "v8")).toBe("darwin/arm64");
  expect(normal("linux", "arm", "")).toBe("linux/arm/v7");
  expect(normal("linux", "AMD64", "V1")).toBe("linux/amd64");
});
