import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, ready, screenOf, type Site, typeLine } from "./site.ts";

const LESSON = "lessons/03-layers/05-order-for-the-cache/";

describe("the terminal", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const open = async (reducedMotion: "reduce" | "no-preference" = "reduce") => {
    const { page } = await site.open({ reducedMotion });
    await page.goto(site.url + LESSON);
    await ready(page);
    await page.locator(".xterm-helper-textarea").focus();
    return page;
  };

  it("shows a build as it runs; Ctrl-C shows the rest of it at once", async () => {
    const page = await open("no-preference");
    // The page's clock goes a few frames at a time: what is there then has not come by waiting.
    await page.clock.install();
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 5000));
    const frames = async (): Promise<string> => {
      await page.clock.runFor(40);
      return screenOf(page);
    };
    await page.keyboard.type("docker build -t timetable .");
    await page.keyboard.press("Enter");
    await expect.poll(frames).toMatch(/\[\+\] Building \d\.\ds \(\d+\/8\) +docker:default/);
    expect(await frames()).not.toContain("naming to");
    await page.keyboard.press("Control+C");
    await frames();
    expect(await frames()).toContain("naming to docker.io/library/timetable");
    await page.clock.resume();
    await typeLine(page, "docker images -q | wc -l", /^1$/m);
  });

  it("moves nothing where motion is not wanted, and ends with the same words", async () => {
    const page = await open();
    await typeLine(page, "docker build -t timetable .", "=> naming to docker.io/library/timetable");
    await typeLine(page, "clear; docker pull busybox 2>&1", "docker.io/library/busybox:latest");
    expect(await screenOf(page)).toMatch(/^[0-9a-f]{12}: Pull complete/m);
  });

  it("takes text that comes without a key", async () => {
    const page = await open();
    await page.keyboard.insertText("echo grüße 🐳");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toMatch(/^grüße 🐳/m);
    await page.keyboard.type("echo once");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toMatch(/^once$/m);
  });

  it("does not swallow what is too long for it", async () => {
    const page = await open();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", Array.from({ length: 5000 }, (_, i) => `echo line ${i}`).join("\n"));
      document
        .querySelector(".xterm-helper-textarea")
        ?.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
        );
    });
    await expect.poll(() => screenOf(page)).toContain("echo line 4999");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toContain("Drydock takes 10000 characters at once");
    await typeLine(page, "echo alive", /^alive$/m);
  });

  it("completes commands and flags, keeps history over a reload, and clears", async () => {
    const page = await open();
    await page.keyboard.type("docker build --no-cache-f");
    await page.keyboard.press("Tab");
    await expect.poll(() => screenOf(page)).toContain("docker build --no-cache-filter");
    await page.keyboard.press("Control+C");
    await typeLine(page, "echo remembered", /^remembered$/m);
    await page.waitForTimeout(1500);
    await page.reload();
    await ready(page);
    await page.locator(".xterm-helper-textarea").focus();
    await page.keyboard.press("Control+L");
    await expect.poll(async () => (await screenOf(page)).trim()).toBe("~/app $");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => screenOf(page)).toContain("$ echo remembered");
  });

  it("opens the editor where an editor is asked for", async () => {
    const page = await open();
    await page.keyboard.type("nano app.py");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toContain("app.py is open in the editor");
    expect(await page.locator("[data-files] [aria-selected=true]").innerText()).toBe("app.py");
    await page.locator(".xterm-helper-textarea").focus();
    await page.keyboard.type("vi notes.txt");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("[data-files] [aria-selected=true]").innerText()).toBe("notes.txt");
  });
});
