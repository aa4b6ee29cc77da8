import { expect, test } from "vitest";
import { machineFiles } from "../../../testing/machine-files.ts";
import { digestOf } from "../../core/digest.ts";
import { execute } from "../execute.ts";
import type { BlackBox } from "./black-box.ts";

/** What a lesson would declare of a program that one of these tools builds. */
const declared = (tool: string, target: string, source: string, output: string): BlackBox => ({
  name: "app",
  sources: { [source]: digestOf("the source\n") },
  build: {
    tool,
    target,
    size: 1000,
    seconds: 3,
    usesC: false,
    libraries: [],
    modules: [],
    output,
    stdout: "built\n",
  },
  runs: [{ args: [], needs: [], writes: [], stdout: "it runs\n", answers: [], exit: 0, stop: {} }],
});

function run(script: string, source: string, boxes: readonly BlackBox[]): string {
  let said = "";
  const { exitCode } = execute({
    argv: ["/bin/sh", "-c", script],
    env: [],
    directory: "/w",
    user: "",
    files: machineFiles("dash", { [source]: "the source\n" }),
    clock: { now: () => 0, elapse: () => undefined },
    onOutput: (_, text) => void (said += text),
    blackBoxes: boxes,
  });
  return said + String(exitCode);
}

test.each([
  ["gradle", "build", "build.gradle", "build/app.jar", "java -jar build/app.jar"],
  ["mvn", "package", "pom.xml", "target/app.jar", "java -jar target/app.jar"],
  ["javac", "Main.java", "Main.java", "Main.class", "java Main"],
])(
  "%s makes what is declared of the source, and nothing of another",
  (tool, target, source, output, start) => {
    const box = declared(tool, target, source, output);
    expect(run(`mkdir -p ${output.replace(/[^/]*$/, ".")}; ${tool} ${target}; ${start}`, source, [box])).toBe(
      "built\nit runs\n0",
    );
    expect(() => run(`echo more >> ${source}; ${tool} ${target}`, source, [box])).toThrow(source);
    expect(() => run(`${tool} other`, source, [box])).toThrow(tool);
  },
);
