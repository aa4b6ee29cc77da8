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
 * Programs that cannot be written down on a machine of one's own: they change its users, need a package manager's catalogue, a
 * server, a terminal or an interpreter. They are tested where they live.
 */
const ELSEWHERE = new Set<string>(
  "addgroup adduser apk apt apt-cache apt-get apt-mark cargo cc chpasswd curl debconf-set-selections deluser dpkg dpkg-query dumb-init gcc go gosu gradle groupadd groupdel groupmod hello httpd ip java javac ldconfig ldd localedef lsb_release mvn nc nginx node nologin npm ping pip ps python3 ssh-keyscan su-exec tini update-ca-certificates useradd userdel usermod wget".split(
    " ",
  ),
);

test("each program has transcripts", () => {
  const told = new Set(files.map(({ program }) => program));
  const silent = programs.map(({ name }) => name).filter((name) => !told.has(name) && !ELSEWHERE.has(name));
  expect(silent).toEqual([]);
});
