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

/** Programs whose transcripts need more than a small machine: package managers, servers, runtimes. They are tested where they live. */
const ELSEWHERE = new Set<string>(
  "localedef ssh-keyscan addgroup adduser apk apt apt-cache apt-get apt-mark arch ash awk base32 base64 basename bash [ bunzip2 bzcat bzip2 cargo cat cc chgrp chmod chown chpasswd chroot cksum clear cmp comm cp curl cut dash date dd deluser df diff dirname dos2unix dpkg dpkg-query du dumb-init echo egrep env envsubst expand expr factor fallocate false fgrep find fold gcc getconf getent getopt go gosu gradle grep groupadd groupdel groupmod groups gunzip gzip head hello hexdump hostname httpd id install ip java javac join kill ldconfig ldd less link ln logname ls lsb_release md5sum mkdir mktemp more mv mvn nc nginx nice nl node nohup nologin npm nproc od paste pathchk ping pip printenv printf ps pwd python3 readlink realpath rev rm rmdir sed seq setsid sh sha1sum sha256sum sha384sum sha512sum shuf sleep sort split stat strings su su-exec sum sync tac tail tar tee test time timeout tini touch tr true truncate tsort tty uname unexpand uniq unix2dos unlink unxz update-ca-certificates useradd userdel usermod usleep wc wget which whoami xargs xxd xz xzcat yes zcat".split(
    " ",
  ),
);

test("each program has transcripts", () => {
  const told = new Set(files.map(({ program }) => program));
  const silent = programs.map(({ name }) => name).filter((name) => !told.has(name) && !ELSEWHERE.has(name));
  expect(silent).toEqual([]);
});
