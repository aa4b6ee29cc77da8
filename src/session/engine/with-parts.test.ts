import { loadPart } from "@drydock/engine/bases/load-part.ts";
import { basesOnDemand } from "@drydock/engine/bases/load.ts";
import { describe, expect, it } from "vitest";
import type { RunOptions } from "../machine/machine.ts";
import { workstationMachine } from "../machine/workstation-machine.ts";

const start = {
  Dockerfile: "FROM alpine:3.24 AS one\nFROM python:3.13-slim\nRUN pip install flask\n",
};
const LINE = "echo a > a.txt && docker build -q -t app . && cat a.txt";
const options: RunOptions = { typed: [], terminal: { columns: 80, rows: 0 } };
const forbidden = (): Promise<never> => Promise.reject(new Error("no network"));

describe("parts that come when they are needed", () => {
  // First, since the next one ends by bringing everything.
  it("may be programs: what needs one is done again, whole, once it has come", async () => {
    const bases = basesOnDemand();
    const asked: string[] = [];
    const machine = workstationMachine(bases, "x", start, async (part) => {
      asked.push(part);
      await loadPart(bases, part);
    });
    const Dockerfile =
      "FROM alpine:3.24\nRUN apk add --no-cache jq\nRUN echo one >> /a; echo [1, 2] | jq -c . >> /a\n";
    const line = "echo typed >> b.txt; docker build -q -t app . && docker run app cat /a; cat b.txt";
    const ran = await machine.run(line, { Dockerfile }, options);
    expect(asked).toEqual(["base:alpine-3.24", "catalogue:apk", "program:jq"]);
    expect(ran.output.map(({ text }) => text).join("")).toMatch(/^sha256:.*\none\n\[1,2\]\ntyped\n$/);
  });

  it("are what the files name and no more, and what ran is as with all of them", async () => {
    const bases = basesOnDemand();
    const asked: string[] = [];
    const machine = workstationMachine(bases, "x", start, async (part) => {
      asked.push(part);
      await loadPart(bases, part);
    });
    const first = await machine.run(LINE, start, options);
    expect(first.exitCode).toBe(0);
    // A stage that nobody needs is not built, so its base stays where it is.
    expect(asked).toEqual(["base:python-3.13-slim", "catalogue:pip"]);
    await machine.run("docker pull alpine:3.24", first.files, options);
    expect(asked.slice(2)).toEqual(["base:alpine-3.24"]);
    const { bases: all } = await import("@drydock/engine/bases/index.ts");
    const whole = await workstationMachine(all, "x", start, forbidden).run(LINE, start, options);
    expect(first).toEqual(whole);
  });

  it("are missed in words, with the machine as it was", async () => {
    const machine = workstationMachine(basesOnDemand(), "x", start, forbidden);
    const ran = await machine.run("touch new && docker pull busybox", start, options);
    expect(ran).toMatchObject({ exitCode: 70, files: start });
    expect(ran.output[0]?.text).toContain("could not fetch its part base:busybox-1.37");
    await expect(loadPart(basesOnDemand(), "base:nothing")).rejects.toThrow("no part");
  });
});
