import AxeBuilder from "@axe-core/playwright";
import type { Lesson } from "@drydock/grader";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dist, openSite, ready, type Site, typeLine } from "./site.ts";

const LESSON = "lessons/03-layers/05-order-for-the-cache/";
const pages = [
  "",
  "course/",
  "search/?q=cache",
  "limits/",
  "help/",
  "docker/",
  "rules/",
  "rules/copy-ignored-file/",
  "checks/",
  "checks/serves/",
  "instructors/",
  "instructors/classes/",
  LESSON,
  "no/such/page/",
];

/** What axe finds, in words. */
const findings = async (page: Parameters<typeof ready>[0]): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );

describe("every kind of page", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it.each(
    pages.flatMap(
      (path) =>
        [
          ["light", path],
          ["dark", path],
        ] as const,
    ),
  )("axe finds nothing: %s /%s", async (colorScheme, path) => {
    const { page, context } = await site.open({ colorScheme });
    await page.goto(site.url + path);
    if (path === LESSON) {
      await ready(page);
      await typeLine(page, "docker build -t timetable .", "naming to");
      await page.locator(".tabs [data-check]").click();
      await page.locator(".ladder button").click();
    }
    expect(await findings(page)).toEqual([]);
    await context.close();
    expect(site.wrong.splice(0).filter((words) => !(path.startsWith("no/") && /404/.test(words)))).toEqual(
      [],
    );
  });

  it("on a phone axe finds nothing, nothing is wider than the screen, and targets are 44 pixels", async () => {
    for (const path of pages) {
      const { page, context } = await site.open({
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      });
      await page.goto(site.url + path);
      const views = path === LESSON ? ["read", "edit", "terminal", "check"] : [undefined];
      if (path === LESSON) await ready(page, { editor: false });
      for (const view of views) {
        if (view !== undefined) await page.locator(`[data-go=${view}]`).click();
        if (view === "check") await page.locator(".tabs [data-check]").click();
        if (view === "edit") await page.waitForSelector("[data-stage][data-ready]");
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        const small = await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              "button, summary, .top a, .bar *, .tabs [role=tab], a.button, label[for]",
            ),
          ]
            .filter(
              (target) =>
                target.checkVisibility() &&
                !target.matches("svg, path, .linelink, .monaco-editor *, .xterm *, .status *"),
            )
            .filter((target) => {
              const { height, width } = target.getBoundingClientRect();
              return height < 43.5 || width < 40;
            })
            .map((target) => `${target.tagName} ${target.className} ${target.textContent}`),
        );
        expect(small, `${path} ${view}`).toEqual([]);
        // The page of all commands has thousands of elements: axe looks at it above, twice.
        if (path !== "docker/") expect(await findings(page), `${path} ${view}`).toEqual([]);
      }
      await context.close();
    }
    expect(site.wrong.splice(0).filter((words) => !/404/.test(words))).toEqual([]);
  });

  it("at 320 pixels, which is 400 %, no page is wider than the screen", async () => {
    const { page, context } = await site.open({ viewport: { width: 320, height: 512 } });
    for (const path of [...pages, "instructors/fidelity/"]) {
      await page.goto(site.url + path);
      if (path === LESSON) await ready(page, { editor: false });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    }
    await context.close();
    expect(site.wrong.splice(0).filter((words) => !/404/.test(words))).toEqual([]);
  });

  it("on a phone what is told takes its room from the terminal, whose prompt stays above the bar", async () => {
    const { page, context } = await site.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.goto(site.url + LESSON);
    await ready(page, { editor: false });
    await page.locator("[data-go=check]").click();
    await page.locator(".tabs [data-check]").click();
    await page.locator("[data-note]:visible").waitFor();
    await page.locator("[data-go=terminal]").click();
    const [term, bar] = [
      await page.locator("[data-terminal]").boundingBox(),
      await page.locator(".bar").boundingBox(),
    ];
    expect(term?.height).toBeGreaterThan(400);
    expect((term?.y ?? 0) + (term?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
    await context.close();
  });

  it("on a phone the text is where it was left, also when a command led away from it", async () => {
    const { page, context } = await site.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.goto(site.url + LESSON);
    await ready(page, { editor: false });
    const run = page.locator(".run button").last();
    await run.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(300);
    await run.click();
    await page.locator("[data-go=terminal][aria-pressed=true]").waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.locator("[data-go=read]").click();
    expect(await page.evaluate(() => scrollY)).toBe(left);
    await context.close();
  });

  it("a lesson reads without scripts", async () => {
    const { page, context } = await site.open({ javaScriptEnabled: false });
    await page.goto(site.url + LESSON);
    const text = await page.locator("body").innerText();
    expect(text).toContain("When one step misses the cache, its result is new.");
    expect(text).toContain("pip install --no-cache-dir");
    const { rubric } = JSON.parse(await readFile(join(dist, LESSON, "lesson.json"), "utf8")) as Lesson;
    for (const { title } of rubric.criteria) expect(text).toContain(title);
    expect(text).toMatch(/\d+\.\d s each time/);
    expect(
      await page.locator("button:visible").allInnerTexts(),
      "the names of the file and of the view that are shown",
    ).toEqual(["Dockerfile", "Layers"]);
    await context.close();
  });

  it("the build on the home page is live: type in it, and the verdict changes", async () => {
    const { page, context } = await site.open();
    await page.goto(site.url);
    await page.locator("label[for=three]").click();
    const verdict = page.locator(".own .verdict");
    await expect.poll(() => verdict.innerText()).toContain("Line 3 makes line 4 run again.");
    await page
      .locator(".own textarea")
      .fill(
        "FROM python:3.13-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\n",
      );
    await expect.poll(() => verdict.innerText()).toContain("leaves the slow work alone");
    await page.locator(".own textarea").fill("FORM python\n");
    await expect.poll(() => verdict.innerText()).toContain("Line 1 stops the build.");
    expect(await findings(page)).toEqual([]);
    expect(site.wrong.splice(0)).toEqual([]);
    await context.close();
  });

  it("prints ink on white without tools, in whatever theme it was read", async () => {
    const { page, context } = await site.open({ colorScheme: "dark" });
    await page.goto(site.url);
    await page.evaluate(() => localStorage.setItem("drydock:theme", "dark"));
    for (const path of [LESSON, "checks/serves/", "rules/copy-ignored-file/", "docker/", "help/"]) {
      await page.goto(site.url + path);
      await page.emulateMedia({ media: "print" });
      const colours = await page.evaluate(() =>
        [...document.querySelectorAll("main p, main td, main code, main dd")].map(
          (word) => getComputedStyle(word).color.match(/\d+/g)?.map(Number) ?? [],
        ),
      );
      expect(
        Math.max(...colours.map(([red = 0, green = 0, blue = 0]) => red + green + blue)),
        path,
      ).toBeLessThan(420);
      expect(await page.locator("button:visible, .top:visible, .foot:visible").allInnerTexts(), path).toEqual(
        [],
      );
      await page.emulateMedia({ media: "screen" });
    }
    await context.close();
  });

  it("the search finds lessons, flags, rules and checks, and is there again on the way back", async () => {
    const { page, context } = await site.open();
    await page.goto(`${site.url}search/`);
    const found = page.locator("[data-found] a");
    await page.locator("#question:focus").fill("no-cache-filter");
    await expect.poll(() => found.allInnerTexts()).toContain("docker build");
    await page.locator("#question").fill("stays cached");
    await expect.poll(() => found.first().innerText()).toBe("staysCached");
    await page.locator("#question").fill("high tide nobody wrote about");
    await expect.poll(() => page.locator("[data-said]").innerText()).toContain("Try fewer");
    await page.locator("#question").fill("order for the cache");
    await expect.poll(() => found.first().innerText()).toBe("3.5 Order for the cache");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.waitForURL(/05-order-for-the-cache/);
    await page.goBack();
    await expect.poll(() => found.first().innerText()).toBe("3.5 Order for the cache");
    await context.close();
    expect(site.wrong.splice(0)).toEqual([]);
  });

  it.each(["", LESSON])("nothing moves while /%s loads, not even when its fonts come late", async (path) => {
    const { page, context } = await site.open();
    await context.route("**/*.woff2", async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ("value" in entry)
            Reflect.set(
              globalThis,
              "shift",
              Number(Reflect.get(globalThis, "shift") ?? 0) + Number(entry.value),
            );
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(site.url + path);
    if (path === LESSON) await ready(page);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(500);
    const shift = await page.evaluate(() => Number(Reflect.get(globalThis, "shift") ?? 0));
    // A line of prose may break elsewhere: a tenth of what is called good.
    expect(shift).toBeLessThan(0.01);
    await context.close();
  });

  it("no page waits for a style sheet, and a lesson's page stays small", async () => {
    const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith(".html"));
    for (const name of names) {
      const html = await readFile(join(dist, name), "utf8");
      expect(html, name).not.toMatch(/<link[^>]+rel="stylesheet"/);
      expect(brotliCompressSync(html).length, name).toBeLessThan(20_000);
    }
  });
});
