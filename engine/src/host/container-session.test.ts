import { describe, expect, it } from "vitest";
import { bases } from "../../bases/index.ts";
import { Workstation } from "./workstation.ts";

const machine = (): Workstation => new Workstation({ bases, seed: "session", files: {} });
const typed = (...lines: readonly string[]): string[] => lines.map((line) => `${line}\n`);
/** What stands on the screen behind the command's own line, ids blotted out. */
const screen = (on: Workstation, line: string, lines: readonly string[]): string =>
  on
    .run(line, lines)
    .output.map(({ text }) => text)
    .join("")
    .replaceAll(/\b[0-9a-f]{12}\b/g, "ID");

describe("a shell in a container", () => {
  it("is as a terminal of the real one shows it", () => {
    const on = machine();
    on.run("docker pull -q busybox:1.37; docker pull -q debian:trixie-slim");
    const line = "docker run -it --rm --name sbox --hostname abc busybox:1.37 sh";
    const said = typed("cd /tmp; pwd", "nosuch", "exit 3");
    expect(screen(on, line, said)).toBe(
      "/ # cd /tmp; pwd\n/tmp\n/tmp # nosuch\nsh: nosuch: not found\n/tmp # exit 3\n",
    );
    expect(on.run(line, said).exitCode).toBe(3);
    expect(screen(on, "docker run -it --rm debian:trixie-slim", typed("cd", "nosuch", "exit"))).toBe(
      "root@ID:/# cd\nroot@ID:~# nosuch\nbash: nosuch: command not found\nroot@ID:~# exit\nexit\n",
    );
    expect(
      screen(on, "docker run -it --rm -u 1 debian:trixie-slim sh", [...typed("id -u", "a"), "\u0004"]),
    ).toBe("$ id -u\n1\n$ a\nsh: 2: a: not found\n$ \n");
  });

  it("waits for each command, and asks on for what is not whole", () => {
    const on = machine();
    on.run("docker pull -q busybox:1.37");
    const line = "docker run -it --rm busybox:1.37";
    const before = on.snapshot();
    expect(on.run(line, [])).toMatchObject({ waits: "command", stdout: "", stderr: "/ # " });
    expect(screen(on, line, typed("for x in a b", "do echo $x", "done"))).toBe(
      "/ # for x in a b\n> do echo $x\n> done\na\nb\n/ # ",
    );
    expect(on.run(line, typed("read x")).waits).toBe("line");
    expect(screen(on, line, [...typed("cat", "one"), "\u0004", ...typed("echo two")])).toBe(
      "/ # cat\none\none\n/ # echo two\ntwo\n/ # ",
    );
    expect(on.snapshot().daemon).toEqual(before.daemon);
  });

  it("leaves in the container what was done there", () => {
    const on = machine();
    on.run("docker run -d --name box busybox:1.37 sleep 1000");
    on.run("docker exec -it box sh", typed("echo here > /tmp/note", "exit"));
    expect(on.run("docker exec box cat /tmp/note").stdout).toBe("here\n");
    on.run("docker run -it --name other busybox:1.37", typed("echo kept > /kept", "exit"));
    expect(on.run("docker diff other").stdout).toContain("A /kept\n");
  });

  it("no error ends it, a limit does", () => {
    const on = machine();
    on.run("docker pull -q alpine:3.24");
    const line = "docker run -it --rm alpine:3.24";
    const said = screen(on, line, typed("fi", "cd nowhere", ". nothing", "echo on"));
    expect(said).toMatch(/\/ # echo on\non\n\/ # $/);
    expect(said).toContain('syntax error: unexpected "fi"');
    expect(screen(on, line, typed("while :; do :; done"))).toContain("Drydock stopped here");
  });

  it("what does not read leaves the terminal alone, and nobody waits where nobody types", () => {
    const on = machine();
    expect(on.run("docker run -it --rm busybox:1.37 echo hi", []).waits).toBe(false);
    expect(on.run("docker run -i --rm busybox:1.37", typed("echo hi")).waits).toBe("line");
    expect(on.run("echo 'echo hi' | docker run -i --rm busybox:1.37", []).stdout).toContain("hi\n");
    expect(on.run("docker run -it --rm busybox:1.37 sh").stderr).toContain("Nobody can type here");
  });
});
