import { bases } from "@drydock/engine/bases/index.ts";
import { describe, expect, it } from "vitest";
import { compareBuilds } from "./compare-builds.ts";

const compared = (...lines: readonly string[]) => compareBuilds(bases, `${lines.join("\n")}\n`);
const pip = "RUN pip install -r requirements.txt";

describe("the two builds of the home page", () => {
  it("blames the line that drags pip along", () => {
    const { verdict, passes, said, took } = compared(
      "FROM python:3.13-slim",
      "WORKDIR /app",
      "COPY . .",
      pip,
    );
    expect(verdict).toBe("Line 3 makes line 4 run again.");
    expect(passes).toBe(false);
    expect(said.get(3)).toEqual({ words: "first miss", tone: "miss-text", bad: true });
    expect(said.get(4)?.words).toMatch(/^9\.\d s again$/);
    expect(took).toMatch(/^9\.\d s$/);
  });

  it("leaves in peace what leaves pip alone", () => {
    const { verdict, passes, said } = compared(
      "FROM python:3.13-slim",
      "WORKDIR /app",
      "COPY requirements.txt .",
      pip,
      "COPY . .",
    );
    expect(passes).toBe(true);
    expect(verdict).toBe("An edit to app.py leaves the slow work alone.");
    expect([said.get(4)?.words, said.get(5)]).toEqual([
      "CACHED",
      { words: "first miss", tone: "miss-text", bad: false },
    ]);
  });

  it.each([
    ["a word that is none", ["FORM python:3.13-slim"], /Line 1 stops/],
    ["a file that is not there", ["FROM python:3.13-slim", "COPY nothing ."], /Line 2 stops/],
    ["nothing at all", [""], /./],
  ])("says what stops the build: %s", (_, lines, expected) => {
    expect(compared(...lines)).toMatchObject({
      passes: false,
      verdict: expect.stringMatching(expected) as unknown,
    });
  });
});
