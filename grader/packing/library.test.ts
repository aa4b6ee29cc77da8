import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { pack, type Ran, run } from "./run.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const LESSON = here("../testing/lessons/tide-table");
const home = mkdtempSync(join(tmpdir(), "drydock-library-"));
vi.setConfig({ testTimeout: 240_000 });

let tarball = "";
beforeAll(() => void (tarball = pack(home)), 180_000);
afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

describe("a program that installed the packed grader", () => {
  const installed = (name: string): string => {
    const folder = join(home, name);
    mkdirSync(folder);
    cpSync(LESSON, join(folder, "lesson"), { recursive: true });
    cpSync(join(LESSON, "wrong/typed-in"), join(folder, "submission"), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const env = { npm_config_cache: join(home, "npm-cache") };
    const ran = run(folder, ["npm", "install", "--no-audit", "--no-fund", tarball], env);
    expect(ran.status, ran.stderr).toBe(0);
    return folder;
  };

  test("gets the report of the command", () => {
    const folder = installed("program");
    writeFileSync(
      join(folder, "main.js"),
      `import { grade, LessonError, readReport, version } from "drydock-grade";
      const report = await grade("lesson", "submission");
      console.log(JSON.stringify(readReport(JSON.parse(JSON.stringify(report))), null, 2));
      const broken = await grade("submission", "lesson").catch((error) => error);
      process.exitCode = broken instanceof LessonError && version === report.drydock ? 0 : 1;`,
    );
    const own = [here("../src/cli/main.ts"), "lesson", "submission", "--report", "json"];
    const ran = run(folder, [process.execPath, "main.js"]);
    expect(ran.status, ran.stderr).toBe(0);
    expect(ran.stdout).toBe(run(folder, [process.execPath, ...own]).stdout);
    const packed = join(folder, "node_modules", "drydock-grade");
    expect(JSON.parse(readFileSync(join(packed, "package.json"), "utf8"))).not.toHaveProperty("dependencies");
    expect(readFileSync(join(packed, "THIRD-PARTY.txt"), "utf8")).toMatch(/^zod .*/m);
  });

  test("is told where it cannot run: in a page, and in a bundle that left its files behind", () => {
    const folder = installed("elsewhere");
    const dist = join(folder, "node_modules", "drydock-grade", "dist");
    cpSync(dist, join(folder, "bundled"), { recursive: true, filter: (path) => !path.endsWith(".wasm") });
    writeFileSync(join(folder, "submission", "Dockerfile"), "FROM python:3.13-slim\nRUN python -c 1\n");
    const graded = (from: string, ...words: string[]): Ran => {
      writeFileSync(
        join(folder, "main.js"),
        `import { grade } from "${from}"; await grade("lesson", "submission");`,
      );
      return run(folder, [process.execPath, ...words, "main.js"]);
    };
    expect(graded("drydock-grade")).toMatchObject({ status: 0, stderr: "" });
    expect(graded("drydock-grade", "--conditions=browser").stderr).toContain(
      "it runs in Node, and not in a page",
    );
    expect(graded("./bundled/index.js").stderr).toContain("leave it out of the bundle (external)");
  });

  test("is checked against its types, however a project resolves them", () => {
    const folder = installed("typed");
    const check = (source: string, module = "nodenext", resolution = module): Ran => {
      writeFileSync(join(folder, "main.ts"), source);
      const tsc = here("../../node_modules/typescript/bin/tsc");
      const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--ignoreConfig"];
      const words = ["--module", module, "--moduleResolution", resolution, "--target", "es2022"];
      return run(folder, [process.execPath, tsc, ...strict, ...words, "--lib", "es2024", "main.ts"]);
    };
    const good = `import { grade, LessonError, readReport, version, type Outcome, type Report } from "drydock-grade";
      const report: Report = await grade("lesson", "submission");
      const line: number | undefined = report.criteria[0]?.cause?.range.start.line;
      export const outcomes: Outcome[] = readReport(report).criteria.map(({ outcome }) => outcome);
      export const told: readonly string[] = new LessonError([version, String(line)]).lines;`;
    expect(check(good)).toMatchObject({ stdout: "", status: 0 });
    expect(check(good, "node16")).toMatchObject({ stdout: "", status: 0 });
    expect(check(good, "esnext", "bundler")).toMatchObject({ stdout: "", status: 0 });
    const wrong = check('import { grade } from "drydock-grade"; (await grade("lesson")).points.length;');
    expect(wrong.stdout).toContain("Expected 2 arguments");
    expect(wrong.stdout).toContain("'length' does not exist on type 'number'");
  });
});
