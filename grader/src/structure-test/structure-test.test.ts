import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { readRubric } from "../authoring/read-rubric.ts";
import { checks } from "../checks/index.ts";
import { NotExportable } from "./part.ts";
import { partOf } from "./part-of.ts";
import { structureTest } from "./structure-test.ts";

const criterion = (id: string, check: string, given: object): object => ({
  id,
  title: id,
  points: 1,
  check,
  with: given,
});

function exported(...criteria: object[]): ReturnType<typeof structureTest> {
  const read = readRubric("rubric.yaml", stringify({ version: 1, criteria }));
  if ("problems" in read) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return structureTest(read.rubric);
}

test("config, files and commands; what it cannot say is left with its reason", () => {
  const { config, left } = exported(
    criterion("not-root", "runsAs", { user: "not-root" }),
    criterion("in-app", "worksIn", { directory: "/app" }),
    criterion("port", "exposes", { port: 8000 }),
    criterion("udp", "exposes", { port: "53/udp" }),
    criterion("env", "sets", { env: "A", value: "1.5" }),
    criterion("any-env", "sets", { env: "B" }),
    criterion("no-env", "lacksEnv", { env: "TOKEN" }),
    criterion("no-secret-file", "lacksFile", { path: "/app/.env" }),
    criterion("no-pyc", "lacksFile", { path: "/app/**/*.pyc" }),
    criterion("script", "hasFile", { path: "/run.sh", mode: "0755", owner: 10001, content: "set -e $X" }),
    criterion("flask", "installs", { manager: "pip", package: "flask", version: "3.1.3" }),
    criterion("money", "hasProgram", { name: "a$b" }),
    criterion("cached", "staysCached", { edit: "app.py", step: "pip install" }),
    { id: "either", title: "x", points: 1, any: [{ check: "worksIn", with: { directory: "/a" } }] },
    {
      id: "both",
      title: "x",
      points: 1,
      all: [
        { check: "labels", with: { label: "a", value: { matches: "^v" } } },
        { check: "staysCached", with: { edit: "a", step: "RUN" } },
      ],
    },
  );
  expect(parse(stringify(config))).toEqual({
    schemaVersion: "2.0.0",
    metadataTest: {
      workdir: "/app",
      exposedPorts: ["8000"],
      envVars: [
        { key: "A", value: "1.5" },
        { key: "B", value: ".*", isRegex: true },
      ],
      unboundEnvVars: [{ key: "TOKEN" }],
    },
    commandTests: [
      { name: "not-root", command: "id", args: ["-u"], excludedOutput: ["(?m)^0$"] },
      {
        name: "flask",
        command: "pip",
        args: ["show", "flask"],
        expectedOutput: ["(?m)^Version: 3\\.1\\.3$"],
        exitCode: 0,
      },
    ],
    fileExistenceTests: [
      { name: "no-secret-file", path: "/app/.env", shouldExist: false },
      { name: "script", path: "/run.sh", shouldExist: true, permissions: "-rwxr-xr-x", uid: 10001 },
    ],
    fileContentTests: [{ name: "script", path: "/run.sh", expectedContents: ["set -e \\$X"] }],
  });
  expect(left.map(({ criterion: id }) => id)).toEqual(["udp", "no-pyc", "money", "cached", "either", "both"]);
  for (const { why } of left) expect(why).not.toBe("");
});

test("every check is exported or has its own reason not to be", () => {
  for (const { name } of checks) {
    let why = "";
    try {
      partOf(name, {}, "x");
    } catch (error) {
      if (error instanceof NotExportable) why = error.message;
    }
    expect(why, name).not.toBe("there is nothing like it");
  }
});
