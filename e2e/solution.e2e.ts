import AxeBuilder from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLesson, openSite, ready, savedFiles, type Site, write } from "./site.ts";

const ID = "03-layers/05-order-for-the-cache";
const MINE = "FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n";

const findings = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
const work = async (page: Page): Promise<{ revealed?: boolean; files?: Record<string, string> }> =>
  (await savedFiles(page, ID))?.["work"] ?? {};

describe("the solution is shown to whoever asks for it", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const open = (options = {}, editor = true): Promise<Page> => openLesson(site, ID, options, editor);

  it("by keyboard: asked first, marked as seen and never as solved, on the course and in the file", async () => {
    const page = await open();
    await write(page, MINE);
    await page.locator("[data-compare]").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Compare your files" });
    await expect
      .poll(() => dialog.getByRole("region", { name: "Dockerfile" }).innerText())
      .toMatch(/pip install -r/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("With the start");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => dialog.innerText()).toContain("marked as seen, not as solved");
    expect(await dialog.innerText()).not.toContain("COPY requirements.txt");
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-compare"))).toBe(true);
    expect((await work(page)).revealed).toBe(false);

    await page.locator(".tabs [data-check]").click();
    await page.getByRole("button", { name: "Compare with the solution" }).click();
    await page.locator("#with-solution:focus").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Show the solution");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => dialog.locator("#compare-solution").innerText())
      .toContain("COPY requirements.txt .");
    expect(await dialog.locator("#compare-solution .removed").allInnerTexts()).toContainEqual(
      expect.stringContaining("RUN pip install -r requirements.txt"),
    );
    await expect.poll(async () => (await work(page)).revealed).toBe(true);
    expect((await work(page)).files?.["Dockerfile"]).toBe(MINE);
    expect(await findings(page)).toEqual([]);

    await dialog.getByRole("button", { name: /Put it into my files.*Dockerfile/ }).click();
    await expect.poll(() => dialog.innerText()).toContain("brings yours back");
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => page.locator(".solved").innerText()).toContain("marked as seen");
    await page.locator("[data-editor] .view-lines").click();
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await work(page)).files?.["Dockerfile"]).toBe(MINE);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("[data-export]").dispatchEvent("click"),
    ]);
    expect(JSON.parse(await readFile(await download.path(), "utf8"))).toMatchObject({ revealed: true });
    await expect.poll(() => savedFiles(page, ID)).toMatchObject({ passed: false });
    await page.goto(`${site.url}course/`);
    const row = page.locator(`[data-lesson="${ID}"]`);
    await expect.poll(() => row.locator(".dot").getAttribute("aria-label")).toBe("Solution seen");
    expect(await page.locator("[data-done]").innerText()).toBe(
      "0 of 3 lessons done, 1 seen with its solution",
    );
    expect(await findings(page)).toEqual([]);
    expect(site.wrong).toEqual([]);
  });

  it("on a phone: the comparison fills the screen, and every target is large enough", async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, false);
    await page.locator("[data-go=edit]").tap();
    await page.locator("textarea.touch").fill(MINE);
    await page.locator("[data-compare]").tap();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("tab", { name: "With the solution" }).tap();
    await dialog.locator("[data-reveal]").tap();
    await expect.poll(() => dialog.locator("#compare-solution .added").count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const small = await dialog
      .locator("button:visible")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).length);
    expect(small).toBe(0);
    expect(await findings(page)).toEqual([]);
    expect(site.wrong).toEqual([]);
  });

  it("all work goes to another browser in one file, marks included", async () => {
    const page = await open();
    await write(page, MINE);
    await page.locator("[data-compare]").click();
    await page.getByRole("tab", { name: "With the solution" }).click();
    await page.locator("[data-reveal]").click();
    await expect.poll(async () => (await work(page)).revealed).toBe(true);
    await page.goto(`${site.url}course/`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download all your work" }).click(),
    ]);
    const text = await readFile(await download.path());

    const { page: other } = await site.open();
    await other.goto(`${site.url}course/`);
    const give = async (buffer: Buffer): Promise<void> =>
      other
        .locator("[data-all-work] input")
        .setInputFiles({ name: "work.json", mimeType: "application/json", buffer });
    await other.locator("[data-all-work]:not([hidden])").waitFor();
    await give(Buffer.from("{}"));
    await expect
      .poll(() => other.locator("[data-all-work] p").innerText())
      .toContain("not a file of all work");
    await give(text);
    await expect
      .poll(() => other.locator("[data-all-work] p").innerText())
      .toBe("1 lesson came from the file.");
    expect(await other.locator(`[data-lesson="${ID}"] .dot`).getAttribute("aria-label")).toBe(
      "Solution seen",
    );
    const begin = other.getByRole("button", { name: "Begin everything anew" });
    const back = other.getByRole("button", { name: "Bring all your work back" });
    await begin.press("Enter");
    await expect
      .poll(() => other.locator("[data-all-work] p").innerText())
      .toBe("Your work in 1 lesson was set aside.");
    expect(await other.locator(`[data-lesson="${ID}"] .dot`).getAttribute("aria-label")).toBe("Not begun");
    expect(await begin.isVisible()).toBe(false);
    expect(await findings(other)).toEqual([]);
    await other.reload();
    await back.waitFor();
    await back.press("Enter");
    await expect.poll(() => other.locator("[data-all-work] p").innerText()).toContain("is back");

    await other.goto(`${site.url}lessons/${ID}/`);
    await ready(other);
    expect((await work(other)).files?.["Dockerfile"]).toBe(MINE);
    expect(await other.locator("[data-note]:visible").count()).toBe(0);
    expect(site.wrong).toEqual([]);
  });
});
