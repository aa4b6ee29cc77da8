import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleCase, readCheckExamples } from "@drydock/grader/authoring";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attempts, submissionOf } from "../grader/src/cli/lesson/attempts.ts";
import { lessonsBelow } from "../grader/src/cli/lesson/lessons-below.ts";
import { loadLesson } from "../grader/src/cli/lesson/load-lesson.ts";
import { below } from "../grader/src/cli/output/shown.ts";
import { libraryInFolder } from "../runtimes/src/python/library-in-folder.ts";
import { bringPython, type Case, gradeAll, type PythonData } from "./in-page/grade-all.ts";
import { openSite, type Site } from "./site.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every attempt that is recorded in the course. */
const recorded = (): Case[] =>
  [...lessonsBelow(join(root, "lessons")), join(root, "grader/testing/lessons/tide-table")].flatMap(
    (folder) => {
      const lesson = loadLesson(folder);
      return [
        ...["start", "solution"].map((name) => [name, below(folder, name)] as const),
        ...attempts(folder, "right"),
        ...attempts(folder, "wrong"),
      ].map(([name, place]) => ({
        name: `${lesson.id} ${name}`,
        lesson,
        submission: submissionOf(lesson, place),
      }));
    },
  );

/** Every check's examples, that pass and that fail. */
const examples = (): Case[] =>
  Object.entries(readCheckExamples(readFileSync(join(root, "grader/testing/examples.yaml"), "utf8"))).flatMap(
    ([check, list]) =>
      list.map((example, i) => ({ name: `${check} ${i + 1}`, ...exampleCase(check, example) })),
  );

const python = (): PythonData => {
  const library = join(root, "runtimes/src/python/library");
  const wasm = createRequire(join(root, "runtimes/package.json")).resolve(
    "@micropython/micropython-webassembly-pyscript/micropython.wasm",
  );
  return {
    wasm: readFileSync(wasm).toString("base64"),
    library: libraryInFolder(library, (path) => !/^(?:modules|web)\//.test(path)),
    standard: libraryInFolder(join(library, "modules")),
    web: libraryInFolder(join(library, "web")),
  };
};

/** Engine, grader and runtimes as one script that a page may load. */
const script = async (): Promise<string> => {
  const build = await rolldown({ cwd: root, input: "e2e/in-page/grade-all.ts", platform: "browser" });
  const { output } = await build.generate({ format: "iife", name: "drydock", codeSplitting: false });
  await build.close();
  return output[0].code;
};

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

it(
  "every example and every recorded attempt has the same report in Chromium and in Node",
  { timeout: 300_000 },
  async () => {
    const cases: Case[] = JSON.parse(JSON.stringify([...examples(), ...recorded()]));
    expect(cases.length).toBeGreaterThan(120);
    const data = python();
    bringPython(data);
    const here = gradeAll(cases);
    const { page, context } = await site.open();
    await page.addScriptTag({ content: await script() });
    const there = await page.evaluate(
      ([given, runtime]) => {
        const drydock = Reflect.get(globalThis, "drydock") as {
          bringPython(data: unknown): void;
          gradeAll(cases: unknown): readonly string[];
        };
        drydock.bringPython(runtime);
        return drydock.gradeAll(given);
      },
      [cases, data] as const,
    );
    const byName = (reports: readonly string[]) => cases.map(({ name }, i) => `${name}: ${reports[i]}`);
    expect(byName(there)).toEqual(byName(here));
    expect(here.filter((report) => report.includes('"status":"error"'))).toEqual([]);
    expect(site.wrong).toEqual([]);
    await context.close();
  },
);
