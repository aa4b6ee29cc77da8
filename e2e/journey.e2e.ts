import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, ready, savedFiles, screenOf, type Site, typeLine, write } from "./site.ts";

const LESSON = "lessons/03-layers/05-order-for-the-cache/";
const ID = "03-layers/05-order-for-the-cache";
const FIXED = `FROM python:3.13-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
CMD ["python", "app.py"]
`;

describe("a learner's way through a lesson", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it("fails, builds, follows the line, fixes, passes, reloads, goes on without a network", async () => {
    const { page } = await site.open({ serviceWorkers: "allow" });
    await page.goto(site.url + LESSON);
    await ready(page);

    await page.locator(".tabs [data-check]").click();
    const first = page.locator("details.crit[open]");
    await expect
      .poll(() => first.locator("summary").innerText())
      .toContain("An edit to app.py leaves the pip step cached");
    expect(await page.locator("[data-score]").innerText()).toBe("2 of 6 points");
    expect(await first.locator(".in > p").first().innerText()).toMatch(
      /COPY \. \..*line 3.*misses the cache/s,
    );

    expect(await page.locator("[data-verdict]").innerText()).toMatch(
      /^2 of 6 points\. Not yet: An edit to app\.py leaves .* misses the cache/,
    );
    await expect.poll(() => page.locator(".monaco-editor .judged").count()).toBe(1);

    await page.locator(".run button").nth(0).click();
    await expect.poll(() => screenOf(page)).toContain("naming to docker.io/library/timetable");
    await page.locator(".run button").nth(1).click();
    await expect.poll(() => page.locator(".beside").innerText()).toContain("CACHED");
    expect(await page.locator(".hull .names li").count()).toBeGreaterThan(2);

    await page.getByRole("tab", { name: "Cache" }).click();
    await expect.poll(() => page.locator(".views .sum").last().innerText()).toContain("3 of 3 steps CACHED");
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator("[data-cache]").isVisible()).toBe(false);

    await first.locator(".linelink").first().click();
    await expect.poll(() => page.locator(".monaco-editor .blamed").count()).toBe(1);
    await page.locator(".ladder button").click();
    expect(await page.locator(".ladder .taken").count()).toBe(1);

    const guess = page.locator(".predict");
    await guess.locator("input").nth(0).check();
    await guess.locator("input").nth(2).check();
    await guess.locator("button").click();
    await expect.poll(() => guess.locator("output").innerText()).toContain("2 of 3 predictions came true");
    expect(await guess.locator(".said").allInnerTexts()).toEqual(["right", "right", "it ran"]);
    expect(await guess.locator("input").nth(0).isDisabled()).toBe(true);

    await write(page, FIXED);
    await expect.poll(() => page.locator(".told").first().innerText()).toContain("Check again");
    expect(await page.locator(".monaco-editor .judged").count()).toBe(0);
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => page.locator("[data-score]").innerText()).toBe("5.66 of 6 points");
    expect(await page.locator(".solved a").innerText()).toContain("7.2");
    await typeLine(page, "docker images", /timetable +latest/);
    await expect.poll(() => page.locator("[data-saved]").innerText()).toBe("Saved on this device");

    await page.reload();
    await ready(page);
    expect(await page.locator("[data-score]").innerText()).toBe("5.66 of 6 points");
    expect(await page.locator(".monaco-editor .view-lines").innerText()).toMatch(/COPY\s+requirements\.txt/);
    await expect.poll(() => screenOf(page)).toContain("docker images");
    await typeLine(page, "docker history timetable", /<missing>/);
    const saved = await savedFiles(page, ID);
    expect(saved).toMatchObject({
      passed: true,
      work: { files: { Dockerfile: FIXED }, hints: { "keeps-pip-cached": 1 } },
    });

    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
      timeout: 20_000,
    });
    await page.waitForFunction(
      async () =>
        (await caches.keys()).length > 0 &&
        (await navigator.serviceWorker.ready).active?.state === "activated",
    );
    await site.unplug();
    await page.locator(".solved a, .turn a:last-child").last().click();
    await page.waitForURL(/07-clean-and-safe\/02-not-root/);
    await ready(page);
    await page.locator(".run button").first().click();
    await expect
      .poll(() => screenOf(page), { timeout: 10_000 })
      .toContain("naming to docker.io/library/lighthouse");
    expect(site.wrong).toEqual([]);
  });
});
