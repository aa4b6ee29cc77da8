import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, ready, screenOf, type Site, typeLine, write } from "./site.ts";

const LESSON = "lessons/03-layers/05-order-for-the-cache/";

describe("where something is lacking", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it("WebAssembly: Python is told and not judged, the rest works", async () => {
    const { page } = await site.open({ serviceWorkers: "block" });
    await page.route(/engine-worker.*\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `delete globalThis.WebAssembly;\n${await response.text()}` });
    });
    await page.goto(site.url + LESSON);
    await ready(page);
    await typeLine(
      page,
      "docker build -qt app . && docker run app; docker images",
      /WebAssembly[^]*app +latest/,
    );
    await expect.poll(() => page.locator("[data-note]").innerText()).toContain("a check that asks a Python");
    await page.locator(".tabs [data-check]").click();
    const row = (title: string) => page.locator("details.crit", { hasText: title });
    await expect
      .poll(() => row("answers on its port").locator(".dot").getAttribute("aria-label"))
      .toBe("Not judged");
    expect(await page.locator("[data-id=notices-requirements] .dot").getAttribute("aria-label")).toBe("Done");
    await row("answers on its port").locator("summary").click();
    expect(await row("answers on its port").innerText()).toContain("WebAssembly");
    expect(site.wrong.splice(0)).toEqual([]);
  });

  it("all storage, as in some private windows: it works, and says that nothing is kept", async () => {
    const { page } = await site.open();
    await page.addInitScript(() => {
      const refused = (): never => {
        throw new DOMException("storage is switched off", "SecurityError");
      };
      for (const [holder, name] of [
        [globalThis, "localStorage"],
        [globalThis, "sessionStorage"],
        [globalThis, "indexedDB"],
        [Navigator.prototype, "serviceWorker"],
        [Navigator.prototype, "locks"],
      ] as const)
        Object.defineProperty(holder, name, { get: name === "locks" ? () => undefined : refused });
      Object.defineProperty(globalThis, "BroadcastChannel", { value: undefined });
    });
    for (const path of ["", "course/", "search/?q=cache"]) await page.goto(site.url + path);
    await expect.poll(() => page.locator("[data-found] a").count()).toBeGreaterThan(3);
    await page.goto(site.url + LESSON);
    await ready(page);
    await page
      .getByRole("button", { name: /theme|dark|light/i })
      .first()
      .click();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await write(page, "FROM busybox:1.37\n");
    await expect.poll(() => page.locator("[data-note]").innerText()).toContain("not being saved");
    await typeLine(page, "docker build -q . && docker images -q | wc -l", /^1$/m);
    expect(site.wrong.splice(0)).toEqual([]);
  });

  it("files of this release, once another one is out: says so, and a reload keeps the work", async () => {
    const { page, context } = await site.open({ serviceWorkers: "block" });
    await page.goto(site.url + LESSON);
    await ready(page);
    await write(page, "FROM mine\n");
    await expect.poll(() => page.locator("[data-saved]").innerText()).toBe("Saved on this device");
    await context.route(/_astro\//, (route) => route.fulfill({ status: 404, body: "gone" }));
    await page.locator("[data-compare]").click();
    const note = page.locator("[data-note]");
    await expect.poll(() => note.innerText()).toContain("renewed since you opened it");
    await typeLine(page, "docker pull busybox; echo on", /renewed since this page/);
    await context.unroute(/_astro\//);
    await note.getByRole("button", { name: "Reload the page" }).click();
    await ready(page);
    await expect.poll(() => page.locator(".monaco-editor .view-lines").innerText()).toMatch(/FROM\s+mine/);
    expect(await note.isVisible()).toBe(false);
    site.wrong.splice(0);
  });

  it("speed: the text is there, a button that is pressed early does its work later", async () => {
    const { page } = await site.open({ serviceWorkers: "block" });
    let come = (): void => undefined;
    const late = new Promise<void>((done) => {
      come = done;
    });
    await page.route(/_astro\/boot.*\.js/, async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(site.url + LESSON);
    expect(await page.locator(".starter").innerText()).toContain("pip install");
    await page.locator("[data-terminal]", { hasText: "The machine is starting." }).waitFor();
    await page.locator(".predict button").click();
    await page.locator(".run button").first().click();
    expect(await page.locator(".run button").first().getAttribute("aria-busy")).toBe("true");
    come();
    await ready(page);
    await expect.poll(() => screenOf(page)).toContain("naming to docker.io/library/timetable");
    expect(new URL(page.url()).search).toBe("");
    expect(await page.locator("main [aria-busy=true]").count()).toBe(0);
    expect(site.wrong.splice(0)).toEqual([]);
  });
});
