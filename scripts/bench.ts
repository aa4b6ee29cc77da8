/** `npm run bench`: the engine's and the grader's benchmarks in Node and in Chromium, as one JSON object. Times are milliseconds. */
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { build } from "vite";
import { bundle } from "./pack/bundle.mjs";
import { browser } from "./run/browser.mjs";
import { root } from "./run/install.mjs";
import { type ClassRun, gradeClass } from "../grader/bench/class.ts";
import { askFlaskContainer, startFlaskContainer } from "../runtimes/bench/python.ts";
import { benchGroup, groups } from "./run/bench-all.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

type Rows = Awaited<ReturnType<typeof benchGroup>>;

async function inChromium(): Promise<unknown> {
  const executablePath = browser();
  if (!executablePath) return "no Chromium here; CHROMIUM=/path names one";
  const bundle = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2024",
      lib: { entry: new URL("run/bench-all.ts", import.meta.url).pathname, formats: ["iife"], name: "bench" },
    },
  });
  const [output] = Array.isArray(bundle) ? bundle : [bundle];
  const code = output && "output" in output ? output.output[0].code : "";
  const chrome = await chromium.launch({ executablePath, args: FLAGS });
  try {
    return await eachGroup(async (group) => {
      // A page of its own, as a lesson has: what one group leaves to the garbage collector is no burden of the next.
      const page = await chrome.newPage();
      await page.addScriptTag({ content: code });
      const rows: Rows = await page.evaluate(`bench.benchGroup(${JSON.stringify(group)})`);
      await page.close();
      return rows;
    });
  } finally {
    await chrome.close();
  }
}

async function eachGroup(run: (group: string) => Promise<Rows>): Promise<Rows> {
  const all: Rows = {};
  for (const group of groups) Object.assign(all, await run(group));
  return all;
}

/** A class of a thousand through the command line as instructors have it: packed. */
async function gradePackedClass(): Promise<ClassRun> {
  const folder = join(root, ".cache/bench", String(process.pid));
  try {
    await bundle(folder);
    return await gradeClass(1000, availableParallelism(), join(folder, "main.js"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const node = {
  ...(await eachGroup(benchGroup)),
  startFlaskContainer: await startFlaskContainer(),
  askFlaskContainer: await askFlaskContainer(),
  gradeClass: await gradePackedClass(),
};
console.log(JSON.stringify({ node, chromium: await inChromium() }, null, 2));
