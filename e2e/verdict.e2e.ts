import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, ready, savedFiles, type Site, typeLine } from "./site.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What the command line prints for a bundle, its submission id replaced by the page's. */
const graded = async (lesson: string, bundle: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "drydock-e2e-"));
  const file = join(folder, "mine.json");
  await writeFile(file, bundle);
  const run = promisify(execFile)(
    process.execPath,
    [join(root, "grader/bin/drydock-grade.js"), join(root, "lessons", lesson), file, "--report", "json"],
    { cwd: root },
  );
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  await rm(folder, { recursive: true });
  return stdout.replace('"id": "mine"', `"id": "${lesson}"`);
};

describe("the verdict of the page and of the command line", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it.each([
    "02-first-dockerfile/01-build-and-run",
    "03-layers/05-order-for-the-cache",
    "07-clean-and-safe/02-not-root",
  ])("are the same bytes: %s", async (lesson) => {
    const { page } = await site.open();
    await page.goto(`${site.url}lessons/${lesson}/`);
    await ready(page);
    const solution = await readFile(join(root, "lessons", lesson, "solution/Dockerfile"), "utf8");
    await typeLine(page, "docker build -t mine .", /naming to|ERROR/);
    let checks = 0;
    for (const text of [
      undefined,
      solution,
      "FROM python:3.13-slim\nRUN pip install flask==99\n",
      "FROM debian\nRUN gcc --version\n",
      "FROM a b c\nCOPPY . .\n",
    ]) {
      if (text !== undefined)
        await typeLine(page, `cat > Dockerfile <<'END'\n${text}END\necho do""ne`, "done");
      await page.locator(".tabs [data-check]").click();
      checks += 1;
      await expect
        .poll(() => savedFiles(page, lesson))
        .toMatchObject({ attempts: checks, result: { stale: false } });
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("[data-export]").dispatchEvent("click"),
      ]);
      const saved = await savedFiles(page, lesson);
      const result = saved?.["result"] as { report: string } | undefined;
      const shown = `${JSON.stringify(JSON.parse(result?.report ?? "null"), null, 2)}\n`;
      expect(shown).toBe(await graded(lesson, await readFile(await download.path(), "utf8")));
      await typeLine(page, "clear", /\$/);
    }
    expect(site.wrong).toEqual([]);
  });
});
