import type { FileState } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import { describe, expect, it } from "vitest";
import type { Machine, Ran } from "./machine.ts";
import { workstationMachine } from "./workstation-machine.ts";

const start = { Dockerfile: "FROM python:3.13-slim\nCOPY . .\n", "app.py": "one\n" };
const nothing = (): Promise<void> => Promise.reject(new Error("all is here"));
const run = (machine: Machine, line: string, files: FileState, typed?: readonly string[]): Promise<Ran> =>
  machine.run(line, files, { typed, terminal: { columns: 80, rows: 0 } });
const said = (ran: { output: readonly { text: string }[] }): string =>
  ran.output.map(({ text }) => text).join("");

describe("the machine of a session", () => {
  it("runs on the files it is given, and hands back what a command made of them", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    expect(said(await run(machine, "cat app.py", { ...start, "app.py": "two\n" }))).toBe("two\n");
    const { files } = await run(
      machine,
      "mkdir sub && echo a > sub/.b && rm app.py && chmod +x Dockerfile",
      start,
    );
    expect(files).toEqual({ Dockerfile: { text: start.Dockerfile, mode: "0755" }, "sub/.b": "a\n" });
    expect(said(await run(machine, "ls -A . sub", { ...start, "new/deep.txt": "x" }))).toMatch(
      /Dockerfile\napp\.py\nnew/,
    );
  });

  it("hands files of every sort back as they are, beside one whose bytes nobody has", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    const made =
      "docker create --name cc busybox:1.37 && docker cp -L cc:/bin/busybox big && printf '\\377\\0' > raw && ln -s app.py link" +
      " && mkdir -p empty 'odd name' && echo é > 'odd name/ü -n \"x\".txt' && chmod 600 raw && head -c 300000 /dev/zero | tr '\\0' a > long";
    const { files, exitCode } = await run(machine, made, start);
    expect(exitCode).toBe(0);
    expect(files).toEqual({
      ...start,
      "empty/": "",
      link: { link: "app.py" },
      long: "a".repeat(300_000),
      'odd name/ü -n "x".txt': "é\n",
      raw: { base64: "/wA=", mode: "0600" },
    });
    // The same on a machine that is given them, and what is left out stays where it is.
    const again = await run(machine, "ls big; rm -r empty long", files);
    expect(said(again)).toBe("big\n");
    expect(again.files).not.toHaveProperty(["empty/"]);
    const other = workstationMachine(bases, "y", files, nothing);
    expect(said(await run(other, "od -An -tx1 raw; cat link odd*/*; stat -c %a raw", files))).toBe(
      " ff 00\none\né\n600\n",
    );
  });

  it("stays the same build for files that did not change", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    await run(machine, "docker build -t a .", start);
    await run(machine, "ls", { ...start, "app.py": "two\n" });
    const { builds } = await run(machine, "docker build -t a .", start);
    expect(builds[0]?.lines.map(({ state }) => state)).toEqual(["base", "cached"]);
    expect(machine.standing.images).toContain("a:latest");
  });

  it("knows where it stands, and survives what it does not know", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    expect(machine.standing.prompt).toBe("~/app $ ");
    await run(machine, "cd ..", start);
    expect(machine.standing.prompt).toBe("~ $ ");
    expect(said(await run(machine, "frobnicate", start))).toContain("frobnicate");
  });

  it("stops at a question with nothing done, and goes on from the start with an answer", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    const line = "echo a > a.txt; read name; echo hello $name";
    const asked = await run(machine, line, start, []);
    expect(asked).toMatchObject({ wants: "line", files: start });
    const answered = await run(machine, line, start, ["you\n"]);
    expect(said(answered)).toBe("you\nhello you\n");
    expect(answered.files).toHaveProperty(["a.txt"]);
    expect(await run(machine, "docker login -u learner", start, [])).toMatchObject({ wants: "secret" });
    const login = await run(machine, "docker login -u learner", start, ["s3cret\n"]);
    expect(said(login)).toContain("Login Succeeded");
    expect(said(login)).not.toContain("s3cret");
  });

  it("draws what moves for the size of the terminal that asks", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    const live = async (columns: number, rows: number) =>
      (await machine.run("docker build .", start, { typed: [], terminal: { columns, rows } })).output.flatMap(
        (piece) => piece.live ?? [],
      );
    const [wide] = await live(200, 30);
    const [narrow] = await live(40, 0);
    expect(wide?.frames.length).toBeGreaterThan(1);
    expect(narrow?.frames).toEqual([]);
    const longest = (text = ""): number =>
      Math.max(...text.split("\n").map((row) => row.replaceAll(/\x1b\[[\d;]*m|\r/g, "").length));
    expect(longest(narrow?.still)).toBeLessThanOrEqual(40);
    expect(longest(wide?.still)).toBeGreaterThan(40);
  });

  it("turns to any moment that it remembers, also on another machine that read it", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    const at = (line: string, files: FileState, moment: number): Promise<Ran> =>
      machine.run(line, files, { typed: [], terminal: { columns: 80, rows: 0 }, moment });
    await at("docker build -q -t a .", start, 1);
    const { files } = await at("docker run --name cc a true; echo two > app.py", { ...start, new: "n\n" }, 2);
    expect(await machine.changes(2)).toMatchObject([
      { what: "container", how: "added", name: "cc" },
      { what: "file", how: "changed", name: "/root/app/app.py" },
    ]);
    expect((await machine.changes(2, 1))?.map(({ name }) => name)).toContain("/root/app/new");
    expect(await machine.turnTo(1)).toBe(true);
    expect(machine.standing.containers).toEqual([]);
    expect(said(await run(machine, "ls", start))).toBe("Dockerfile\napp.py\n");

    const other = workstationMachine(bases, "x", start, nothing);
    expect(await other.load(await machine.save([0, 2], { kept: true }))).toEqual({
      moments: [0, 2],
      beside: { kept: true },
    });
    expect(await other.turnTo(1)).toBe(false);
    expect(await other.turnTo(2)).toBe(true);
    expect(said(await run(other, "docker ps -aq | wc -l; cat app.py", files))).toBe("1\ntwo\n");
    expect(await other.changes(2)).toHaveLength(2);
    expect(await other.load("torn")).toMatchObject({ error: expect.stringContaining("damaged") });
  });
});
