#!/usr/bin/env node
/** `npm test`: every test, the browser journeys included. Closes with `N passed, N failed`. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser } from "./run/browser.mjs";
import { install, node, root } from "./run/install.mjs";
import { buildSite } from "./run/site.mjs";
import { bringSkopeo } from "./run/skopeo.mjs";

install();
const out = mkdtempSync(join(tmpdir(), "drydock-test-"));
const failures = [];
let passed = 0;
let failed = 0;

function vitest(name, args, env = {}) {
  const file = join(out, `${name}.json`);
  const run = spawnSync(
    node,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile=${file}`,
      ...args,
    ],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } },
  );
  const result = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  passed += result?.numPassedTests ?? 0;
  failed += result?.numFailedTests ?? 0;
  if (run.status !== 0 && !result?.numFailedTests) {
    failed += 1;
    failures.push(`${name}: the run ended with ${run.status ?? run.signal}, see above`);
  }
}

bringSkopeo();
vitest("unit", process.argv.slice(2));
const chromium = browser();
if (!chromium) {
  failed += 1;
  failures.push(
    "journeys: no Chromium here. Install one (apt-get install chromium, or Google Chrome), or name it: CHROMIUM=/path npm test",
  );
} else if (!buildSite()) {
  failed += 1;
  failures.push("journeys: the site does not build, see above");
} else vitest("journeys", ["--config", "e2e/vitest.config.ts"], { CHROMIUM: chromium });
rmSync(out, { recursive: true, force: true });
for (const failure of failures) console.error(failure);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
