import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareShell } from "../cases/compare-shell.ts";
import { dialectOf } from "../cases/shell-case.ts";
import { writeShellCases } from "../cases/write-shell-cases.ts";
import { programs } from "../../src/shell/programs/index.ts";
import { basename } from "../../src/vfs/path.ts";
import { lineFiles } from "../program-lines.ts";
import { runTraced } from "../shell.ts";
import { programFiles } from "./program-files.ts";

const files = programFiles();

describe.each(files)("$program", ({ program, cases, text }) => {
  const traced = cases.map((one) => ({
    one,
    ...runTraced({ script: one.script, dialect: dialectOf(one), files: lineFiles }),
  }));

  test.each(traced)("$one.id does what the real one did", ({ one, answer }) => {
    expect(compareShell(one, answer).map(({ told }) => told)).toEqual([]);
  });

  test("is what runs in its transcripts", () => {
    const idle = traced
      .filter(({ started }) => !started.some((name) => basename(name) === program))
      .map(({ one }) => one.id);
    expect(idle).toEqual([]);
  });

  test("is as it would be written", () => expect(writeShellCases(cases)).toBe(text));
});

/**
 * Programs that cannot be written down on a machine of one's own, since they need a package manager's catalogue, a server, a
 * terminal, an interpreter or what a lesson declares: the file, below engine/ or runtimes/, that tests them.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  apk: "engine/transcripts/apk.txt",
  apt: "engine/transcripts/apt.txt",
  "apt-cache": "engine/transcripts/apt.txt",
  "apt-get": "engine/transcripts/apt.txt",
  "apt-mark": "engine/transcripts/apt.txt",
  cargo: "engine/testing/testdata/real-life/rust-apt/Dockerfile",
  curl: "engine/src/shell/black-boxes/black-boxes.test.ts",
  "debconf-set-selections": "engine/transcripts/dpkg.txt",
  dpkg: "engine/transcripts/dpkg.txt",
  "dpkg-query": "engine/transcripts/dpkg.txt",
  gcc: "engine/src/shell/black-boxes/c/compile-c.test.ts",
  cc: "engine/testing/testdata/real-life/c-multistage/Makefile",
  go: "engine/src/shell/black-boxes/black-boxes.test.ts",
  gradle: "engine/src/shell/black-boxes/declared-tools.test.ts",
  httpd: "engine/transcripts/networks.txt",
  ip: "engine/src/shell/programs/container-view.test.ts",
  javac: "engine/src/shell/black-boxes/declared-tools.test.ts",
  ldd: "engine/src/shell/black-boxes/black-boxes.test.ts",
  "locale-gen": "engine/testing/testdata/real-life/locale-timezone/Dockerfile",
  localedef: "engine/src/shell/programs/own-worlds.test.ts",
  mvn: "engine/src/shell/black-boxes/declared-tools.test.ts",
  nc: "engine/src/shell/programs/own-worlds.test.ts",
  nginx: "engine/src/shell/nginx/serve.test.ts",
  node: "engine/transcripts/npm.txt",
  npm: "engine/transcripts/npm.txt",
  ping: "engine/transcripts/networks.txt",
  npx: "engine/src/shell/programs/npm.test.ts",
  pip: "engine/transcripts/pip.txt",
  ps: "engine/src/shell/programs/container-view.test.ts",
  python3: "runtimes/src/python/python.test.ts",
  "ssh-keyscan": "engine/src/shell/programs/own-worlds.test.ts",
  "su-exec": "engine/src/shell/programs/own-worlds.test.ts",
  "update-ca-certificates": "engine/src/shell/programs/own-worlds.test.ts",
  free: "engine/src/shell/programs/own-worlds.test.ts",
  netstat: "engine/src/shell/programs/own-worlds.test.ts",
  uptime: "engine/src/shell/programs/own-worlds.test.ts",
  wget: "engine/transcripts/networks.txt",
};

const TOP = new URL("../../../", import.meta.url);

test.each(Object.entries(ELSEWHERE))("%s is tested in %s", (program, file) => {
  const words = readFileSync(new URL(file, TOP), "utf8").split(/[^-\w.]+/);
  expect(words).toContain(program);
});

test("each program has transcripts, here or elsewhere and not in both", () => {
  const told = [...files.map(({ program }) => program), ...Object.keys(ELSEWHERE)];
  expect(told.toSorted()).toEqual(programs.map(({ name }) => name).toSorted());
});
