import { expect, test } from "vitest";
import { bases } from "../../bases/index.ts";
import { Workstation } from "./workstation.ts";

const files = {
  Dockerfile: "FROM busybox:1.37\nCOPY note.txt /\nRUN wc -l note.txt\n",
  "note.txt": "one\n",
  "src/deep/a.txt": "a\n",
};
const machine = (): Workstation => new Workstation({ bases, seed: "test", files });

test("the editor and the shell see the same files", () => {
  const station = machine();
  expect(station.list()).toEqual(["Dockerfile", "note.txt", "src/deep/a.txt"]);
  station.write("note.txt", "two\n");
  expect(station.run("cat note.txt").stdout).toBe("two\n");
  station.run("echo three > src/b.txt; chmod +x src/b.txt");
  expect(station.read("src/b.txt")).toBe("three\n");
  expect(station.read("nothing")).toBeUndefined();
});

test("a snapshot brings back files, images, containers, time and the shell's folder", () => {
  const station = machine();
  station.run("docker build -q -t app . && cd src");
  const kept = station.snapshot();
  const before = station.run("docker images; docker ps -a; pwd").stdout;
  station.run("cd /; docker run --name gone app true; docker rmi -f app; rm -r /root/app");
  expect(station.list()).toEqual([]);
  station.restore(kept);
  expect(station.run("docker images; docker ps -a; pwd").stdout).toBe(before);
  expect(station.list()).toEqual(["Dockerfile", "note.txt", "src/deep/a.txt"]);
});

test("the same lines on two machines of one seed print the same, ids included", () => {
  const lines = ["docker build -t app .", "docker run -d app sleep 5", "docker ps", "docker inspect app"];
  const print = (): string[] => {
    const station = machine();
    return lines.map((line) => JSON.stringify(station.run(line).output));
  };
  expect(print()).toEqual(print());
});

test("output comes with the time at which it is written, and a build as data", () => {
  const station = machine();
  const { output, builds } = station.run(
    "docker run --rm busybox:1.37 sh -c 'echo a; sleep 2; echo b' 2>/dev/null; docker build -q .",
  );
  const [a, b] = output;
  expect([a?.text, b?.text]).toEqual(["a\n", "b\n"]);
  expect((b?.at ?? 0) - (a?.at ?? 0)).toBe(2000);
  expect(builds.map(({ outcome }) => outcome)).toEqual(["ok"]);
});

test("nothing that is typed throws", () => {
  const station = machine();
  const lines = [
    "docker",
    "docker build -f - . < /dev/null",
    "docker run",
    "docker run -p : busybox",
    "docker run -v : busybox",
    "docker exec",
    "docker images --format '{{'",
    "docker inspect -f '{{range}}' x",
    "docker tag '' ''",
    "docker pull ''",
    "docker run ''",
    "docker build ''",
    "docker rmi sha256:",
    "docker logs -n x y",
    "docker ps -f =",
    "docker images -f =",
    "docker cp a b",
    "docker login -u a -p b nowhere",
    "docker load < note.txt",
    "docker history",
    "while :; do :; done",
    "cat /dev/zero",
    "docker run --rm busybox:1.37 sh -c 'while :; do :; done'",
    "docker run busybox:1.37 sleep 100d",
    '"',
  ];
  for (const line of lines) expect(() => station.run(line), line).not.toThrow();
});

test("help and history are programs of this machine, where bash in an image has its builtins", () => {
  const station = machine();
  station.run("echo one");
  expect(station.run("history | tail -n 2").stdout).toBe("    1  echo one\n    2  history | tail -n 2\n");
  expect(station.run("help | head -n 1").stdout).toContain("a small Linux machine");
  expect(station.run("docker run --rm debian:trixie-slim bash -c history").stderr).toContain(
    "does not simulate bash's history",
  );
});

test("a password that was typed is not kept, and what stands for it comes to the same", () => {
  const again = (...typed: readonly string[]): string => {
    const on = machine();
    const { typed: kept = [], stdout } = on.run("docker login -u learner", typed);
    expect(kept.join("")).not.toContain(typed.at(-1)?.trim());
    const other = machine();
    const second = other.run("docker login -u learner", kept);
    expect(second.stdout).toBe(stdout);
    expect(second.typed).toEqual(kept);
    expect(other.run("cat ~/.docker/config.json").stdout).toBe(on.run("cat ~/.docker/config.json").stdout);
    return second.stdout + second.stderr;
  };
  expect(again("s3cret\n")).toContain("Login Succeeded");
  expect(again("my bank's password\n")).toContain("incorrect username or password");
});

test("a machine that would get too full is told, and is as it was before", () => {
  const station = machine();
  station.run("head -c 16000000 /dev/zero > f; docker pull -q busybox:1.37");
  const fill = "docker run -v $PWD/f:/f busybox:1.37 sh -c 'for i in 1 2 3 4 5 6; do cat /f > /f$i; done'";
  const said: string[] = [];
  for (let at = 0; at < 3; at += 1) said.push(station.run(fill).stderr);
  expect(said.filter((text) => text.includes("as it was before the command"))).toHaveLength(1);
  expect(station.run("docker ps -aq | wc -l").stdout).toBe("2\n");
});
