import { expect, test } from "vitest";
import { machineFiles, START } from "../../testing/machine-files.ts";
import { Content } from "../vfs/content.ts";
import type { FileSystem } from "../vfs/file-system.ts";
import { execute, type Executed } from "./execute.ts";

function run(
  argv: readonly string[],
  more: { user?: string; files?: FileSystem; env?: string[]; hostname?: string } = {},
): Executed & { stdout: string; stderr: string } {
  const text = { stdout: "", stderr: "" };
  const done = execute({
    argv,
    env: more.env ?? [],
    directory: "/w",
    user: more.user ?? "",
    hostname: more.hostname,
    files: more.files ?? machineFiles("dash"),
    clock: { now: () => START * 1000, elapse: () => undefined },
    onOutput: (stream, words) => void (text[stream] += words),
  });
  return { ...done, ...text };
}

test.each([
  [["nope"], 'exec: "nope": executable file not found in $PATH'],
  [["/nope"], 'exec: "/nope": stat /nope: no such file or directory'],
  [["/etc/passwd"], 'exec: "/etc/passwd": permission denied'],
  [["/etc"], 'exec: "/etc": is a directory: permission denied'],
])("the first process cannot start: %s", (argv, words) => {
  expect(run(argv)).toMatchObject({ startError: words, started: [] });
});

test("a user or group that the files do not know", () => {
  expect(run(["id"], { user: "nosuch" }).startError).toBe(
    "unable to find user nosuch: no matching entries in passwd file",
  );
  expect(run(["id"], { user: "root:nosuch" }).startError).toBe(
    "unable to find group nosuch: no matching entries in group file",
  );
});

test("a number needs no entry", () => {
  expect(run(["id"], { user: "1234:77" }).stdout).toBe("uid=1234 gid=77 groups=77\n");
  expect(run(["/bin/sh", "-c", "echo $HOME; whoami"], { user: "1234" })).toMatchObject({
    stdout: "/\n",
    stderr: "whoami: cannot find name for user ID 1234\n",
  });
});

test("the environment of the first process, of a RUN and of a container", () => {
  const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n";
  expect(run(["env"], { env: ["A=1", "HOME=/h"] }).stdout).toBe(`${path}A=1\nHOME=/h\n`);
  expect(run(["env"], { env: [], hostname: "c1" }).stdout).toBe(`${path}HOSTNAME=c1\nHOME=/root\n`);
});

test("permissions count for everybody but root", () => {
  const denied = run(["/bin/sh", "-c", "echo x > /etc/y; mkdir /z; cat /root/f; rm /etc/passwd"], {
    user: "nobody",
  });
  expect(denied.stderr).toBe(
    "/bin/sh: 1: cannot create /etc/y: Permission denied\nmkdir: cannot create directory '/z': Permission denied\ncat: /root/f: Permission denied\nrm: cannot remove '/etc/passwd': Permission denied\n",
  );
});

test("/dev, /proc and /sys leave nothing behind", () => {
  const files = machineFiles("dash");
  const before = files.snapshot();
  run(["/bin/sh", "-c", "echo x > /dev/null; echo y > /dev/shm/f; echo z > /dev/stdout"], { files });
  expect([...files.snapshot().children.keys()].toSorted()).toEqual([...before.children.keys()].toSorted());
});

test("what was started, by the file that ran", () => {
  const { started } = run(["/bin/sh", "-c", "ls; false; nope"]);
  expect(started.map(({ path, exitCode }) => [path, exitCode])).toEqual([
    ["/usr/bin/dash", 127],
    ["/usr/bin/ls", 0],
  ]);
});

test("a program is known by its file, not by its name", () => {
  const files = machineFiles("dash");
  files.write("/usr/bin/mine", Content.declared(10, "mine", "cat"), 0o755);
  files.write("/usr/bin/python3.11", Content.declared(10, "py", "no-such-program"), 0o755);
  expect(run(["/bin/sh", "-c", "echo hi | mine; rm /usr/bin/ls; ls"], { files })).toMatchObject({
    stdout: "hi\n",
    stderr: "/bin/sh: 1: ls: not found\n",
    exitCode: 127,
  });
  expect(() => run(["python3.11"], { files })).toThrow("NOT_SIMULATED");
});

test("busybox runs its applets by link and by name", () => {
  const files = machineFiles("ash");
  expect(run(["/bin/busybox", "echo", "-e", "a\\tb"], { files }).stdout).toBe("a\tb\n");
  expect(run(["/bin/sh", "-c", "nope; cat nope"], { files }).stderr).toBe(
    "/bin/sh: nope: not found\ncat: can't open 'nope': No such file or directory\n",
  );
});

test("a script is read as its first line says", () => {
  const files = machineFiles("dash", {
    "bash.sh": '#!/bin/bash\na=(x y); echo "${a[1]}" {1..3}\n',
    "env.sh": "#!/usr/bin/env -S sh -e\nfalse\necho no\n",
  });
  expect(run(["/bin/sh", "-c", "chmod +x *.sh; ./bash.sh; ./env.sh; echo $?"], { files }).stdout).toBe(
    "y 1 2 3\n1\n",
  );
});

test("users and groups", () => {
  const script =
    ": > /etc/shadow; groupadd -r web && useradd -r -g web -d /srv -s /usr/bin/nologin web && useradd -m ann; id web; id ann; useradd ann; echo $?; ls -ld /home/ann; tail -n 2 /etc/passwd";
  expect(run(["/bin/sh", "-c", script])).toMatchObject({
    stdout:
      "uid=999(web) gid=999(web) groups=999(web)\nuid=1000(ann) gid=1000(ann) groups=1000(ann)\n9\ndrwxr-xr-x 2 ann ann 4096 Nov  2 08:00 /home/ann\nweb:x:999:999::/srv:/usr/bin/nologin\nann:x:1000:1000::/home/ann:/bin/sh\n",
    stderr: "useradd: user 'ann' already exists\n",
  });
  expect(
    run(
      [
        "/bin/sh",
        "-c",
        "addgroup -S web && adduser -S -G web -H web; id web; adduser -D ann; id ann; stat -c %a /home/ann",
      ],
      { files: machineFiles("ash") },
    ).stdout,
  ).toBe("uid=100(web) gid=101(web) groups=101(web)\nuid=1000(ann) gid=1000(ann) groups=1000(ann)\n2755\n");
});
