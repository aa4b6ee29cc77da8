/** `npm run bench`: the engine's and the grader's benchmarks in Node and in Chromium, as one JSON object. Times are milliseconds. */
import { chromium } from "playwright-core";
import { build } from "vite";
import { browser } from "./run/browser.mjs";
import { gradeClass } from "../grader/bench/class.ts";
import { askFlaskContainer, startFlaskContainer } from "../runtimes/bench/python.ts";
import { benchAll } from "./run/bench-all.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

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
  const page = await (await chromium.launch({ executablePath, args: FLAGS })).newPage();
  try {
    await page.addScriptTag({ content: code });
    return await page.evaluate("bench.benchAll()");
  } finally {
    await page.context().browser()?.close();
  }
}

const node = {
  ...(await benchAll()),
  startFlaskContainer: await startFlaskContainer(),
  askFlaskContainer: await askFlaskContainer(),
  gradeClass: await gradeClass(),
};
console.log(JSON.stringify({ node, chromium: await inChromium() }, null, 2));
