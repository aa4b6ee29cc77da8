import { bases } from "@drydock/engine/bases/index.ts";
import { describe, expect, it } from "vitest";
import { workstationMachine } from "./workstation-machine.ts";

const start = { Dockerfile: "FROM python:3.13-slim\nCOPY . .\n", "app.py": "one\n" };
const nothing = (): Promise<void> => Promise.reject(new Error("all is here"));
const said = (ran: { output: readonly { text: string }[] }): string =>
  ran.output.map(({ text }) => text).join("");

describe("the machine of a session", () => {
  it("runs on the files it is given, and hands back what a command made of them", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    expect(said(await machine.run("cat app.py", { ...start, "app.py": "two\n" }))).toBe("two\n");
    const { files } = await machine.run(
      "mkdir sub && echo a > sub/.b && rm app.py && chmod +x Dockerfile",
      start,
    );
    expect(files).toEqual({ Dockerfile: { text: start.Dockerfile, mode: "0755" }, "sub/.b": "a\n" });
    expect(said(await machine.run("ls -A . sub", { ...start, "new/deep.txt": "x" }))).toMatch(
      /Dockerfile\napp\.py\nnew/,
    );
  });

  it("stays the same build for files that did not change", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    await machine.run("docker build -t a .", start);
    await machine.run("ls", { ...start, "app.py": "two\n" });
    const { builds } = await machine.run("docker build -t a .", start);
    expect(
      builds[0]?.vertices.filter(
        ({ status, step }) => step?.instruction.kind === "COPY" && status === "CACHED",
      ),
    ).toHaveLength(1);
    expect(machine.images()).toContain("a:latest");
  });

  it("knows where it stands, and survives what it does not know", async () => {
    const machine = workstationMachine(bases, "x", start, nothing);
    expect(machine.prompt).toBe("~/app $ ");
    await machine.run("cd ..", start);
    expect(machine.prompt).toBe("~ $ ");
    expect(said(await machine.run("frobnicate", start))).toContain("frobnicate");
  });
});
