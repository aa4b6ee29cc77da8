import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, ready, screenOf, type Site } from "./site.ts";

const LESSON = "lessons/03-layers/05-order-for-the-cache/";

describe("with the keyboard alone", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it("a lesson can be worked through, and nothing catches the focus", async () => {
    const { page } = await site.open();
    await page.goto(site.url + LESSON);
    await ready(page);
    const where = (): Promise<string> =>
      page.evaluate(
        () =>
          document.activeElement?.closest(
            "[data-editor], [data-terminal], [data-criteria], .tabs, .read, .top, .bar",
          )?.className ??
          document.activeElement?.tagName ??
          "",
      );
    const tabTo = async (test: () => Promise<boolean>): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (await test()) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`never reached; the focus is in ${await where()}`);
    };
    const inside = (selector: string) => (): Promise<boolean> =>
      page.evaluate(
        (wanted) =>
          document.activeElement?.closest(wanted) !== null && document.activeElement !== document.body,
        selector,
      );

    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the lesson");
    await tabTo(inside(".run button"));
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toContain("naming to");

    await tabTo(inside("[data-files]"));
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("app.py");
    await page.keyboard.press("ArrowLeft");
    await tabTo(inside("[data-editor]"));
    await page.keyboard.press("Control+End");
    await page.keyboard.type("# typed");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await inside("[data-editor]")()).toBe(false);

    await tabTo(inside("[data-screen]"));
    await page.keyboard.type("docker his");
    await page.keyboard.press("Tab");
    await page.keyboard.type("timet");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toContain("<missing>");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await inside("[data-screen]")()).toBe(false);

    await tabTo(
      async () =>
        (await inside(".checks .tabs")()) &&
        page.evaluate(() => document.activeElement?.tagName === "BUTTON"),
    );
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("details.crit[open]").count()).toBe(1);
    await tabTo(inside(".linelink"));
    await page.keyboard.press("Enter");
    await expect.poll(inside("[data-editor]")).toBe(true);
    expect(site.wrong).toEqual([]);
  });

  it("the terminal as plain text: a log and a field, also after a reload", async () => {
    const { page } = await site.open();
    await page.goto(site.url + LESSON);
    await ready(page);
    await page.locator("[data-plain]").click();
    await page.locator("#plain-command:focus").waitFor();
    await page.keyboard.type("echo as plain text");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("log").innerText()).toContain("\nas plain text\n");
    await expect.poll(() => page.locator("[data-saved]").innerText()).toBe("Saved on this device");
    await page.reload();
    await ready(page);
    await expect.poll(() => page.getByRole("log").innerText()).toContain("\nas plain text\n");
    expect(await page.locator("[data-plain]").getAttribute("aria-pressed")).toBe("true");
    await page.locator("[data-plain]").click();
    await expect.poll(() => page.getByRole("log").count()).toBe(0);
    expect(site.wrong).toEqual([]);
  });
});
