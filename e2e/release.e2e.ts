import { appendFile, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dist, openSite, ready } from "./site.ts";

it("a release that comes while a lesson is open waits until none is", async () => {
  const root = join(await mkdtemp(join(tmpdir(), "drydock-release-")), "dist");
  await cp(dist, root, { recursive: true });
  const site = await openSite(root);
  const { page } = await site.open({ serviceWorkers: "allow" });
  const waits = (): Promise<boolean> =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null);
  await page.goto(`${site.url}lessons/02-first-dockerfile/01-build-and-run/`);
  await ready(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await appendFile(join(root, "sw.js"), "\n// The next release.\n");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(waits).toBe(true);
  await page.reload();
  await ready(page);
  expect(await waits()).toBe(true);
  await page.goto(`${site.url}help/`);
  // A browser lets the version before end what it does, and may take its time: the next page then has the new one.
  const waitsOnTheNext = (): Promise<boolean> => page.reload().then(waits);
  await expect.poll(waitsOnTheNext, { interval: 2_000, timeout: 60_000 }).toBe(false);
  expect(site.wrong).toEqual([]);
  await site.close();
  await rm(join(root, ".."), { recursive: true });
}, 120_000);
