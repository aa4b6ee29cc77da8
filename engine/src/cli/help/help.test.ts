import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Workstation } from "../../host/workstation.ts";

const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../testing/testdata/docker-help/help.json"), "utf8"),
) as Readonly<Record<string, string>>;
const HONEST = /^Drydock does not have [^\n]*\. The real one would [^\n]+\.\n$/;
const station = new Workstation({ bases: [], seed: "help" });

/** `docker help build` is the client's own, `docker build --help` its plugin's. */
const asTyped = (name: string): string => (name.startsWith("docker help ") ? name : `${name} --help`);

describe("the help of Docker 28", () => {
  test.each(Object.entries(recorded))("%s", (name, text) => {
    const { exitCode, stdout, stderr } = station.run(asTyped(name));
    if (exitCode === 125) expect(stderr).toMatch(HONEST);
    else expect(stdout).toBe(text);
  });
});

/** Flags of a help text, each with a value that it takes. */
function* flagsOf(text: string): Generator<string> {
  for (const [, flag = "", type = ""] of text.matchAll(
    /^(?: {6}| {2}-\w, )(--[a-z0-9-]+)(?: (\S+))?(?: {2}|$)/gm,
  ))
    if (flag !== "--help") yield type === "" ? flag : `${flag}=${VALUES[type] ?? "x"}`;
}
const VALUES: Readonly<Record<string, string>> = {
  int: "1",
  uint16: "10",
  uint: "1",
  decimal: "1",
  duration: "1s",
  bytes: "8m",
  ulimit: "nofile=1:2",
  filter: "label=x",
  map: "a=b",
};

test("every flag of every command is known: done, or told in one line", () => {
  const unknown: string[] = [];
  for (const [name, text] of Object.entries(recorded)) {
    if (name === "docker" || name.startsWith("docker help ")) continue;
    for (const flag of flagsOf(text)) {
      const { exitCode, stderr } = station.run(`${name} ${flag}`);
      if (/unknown (?:shorthand )?flag|unknown command|Internal|at \w+ \(/.test(stderr))
        unknown.push(`${name} ${flag}: ${stderr}`);
      if (exitCode === 125 && stderr.startsWith("Drydock") && !HONEST.test(stderr))
        unknown.push(`${name} ${flag}: ${stderr}`);
    }
  }
  expect(unknown).toEqual([]);
});
