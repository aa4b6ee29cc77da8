import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLesson, openSite, ready, type Site, typeLine } from "./site.ts";

const ID = "03-layers/05-order-for-the-cache";

describe("the machine as it stands", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const open = (options = {}, editor = true): Promise<Page> => openLesson(site, ID, options, editor);
  const findings = async (page: Page): Promise<readonly string[]> =>
    // What a learner's server answers is theirs, and the frame runs no script that could look at it.
    (await new AxeBuilder({ page }).exclude("[data-preview] iframe").analyze()).violations.map(
      ({ id }) => id,
    );

  it("is listed, and a published port shows its page; a look leaves no trace", async () => {
    const page = await open();
    const machine = page.locator("[data-machine]");
    await page.getByRole("tab", { name: "Machine" }).click();
    await expect.poll(() => machine.innerText()).toContain("Nothing is on the machine yet");
    await typeLine(
      page,
      "docker build -qt timetable . && docker run -d --name web -p 8080:5000 timetable",
      /^[0-9a-f]{64}/m,
    );
    await expect.poll(() => machine.innerText()).toMatch(/timetable:latest[^]*web[^]*Build Cache/);
    expect(await findings(page)).toEqual([]);

    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Preview" }).click();
    const preview = page.locator("[data-preview]");
    const framed = page.frameLocator("[data-preview] iframe");
    await expect.poll(() => preview.innerText()).toContain("200 OK, text/html");
    await expect.poll(() => framed.locator("body").innerText()).toContain("High water");
    await preview.getByRole("textbox", { name: "Path" }).fill("/no/such");
    await page.keyboard.press("Enter");
    await expect.poll(() => preview.innerText()).toContain("404");
    expect(await findings(page)).toEqual([]);
    await typeLine(page, "docker logs web 2>&1 | grep -c GET", /^0$/m);
    await typeLine(page, "docker rm -f web", /^web$/m);
    await expect.poll(() => preview.innerText()).toContain("No container has published a port");
    expect(site.wrong).toEqual([]);
  });

  it("a page in the preview runs no script and reaches nothing", async () => {
    const page = await open();
    await typeLine(
      page,
      `printf '<h1>Mine</h1><script>document.body.textContent="ran"</script><img src=http://example.com/x.png>' > p.html; docker run -d -p 80:80 -v "$PWD/p.html:/usr/share/nginx/html/index.html" nginx:1.31`,
      /^[0-9a-f]{64}/m,
    );
    await page.getByRole("tab", { name: "Preview" }).click();
    await expect
      .poll(() => page.frameLocator("[data-preview] iframe").locator("body").innerText())
      .toBe("Mine");
    expect(site.wrong.splice(0).filter((words) => /a request to/.test(words))).toEqual([]);
  });

  it("panes are moved by keys and by pointer, stay so after a reload, and go back", async () => {
    const page = await open();
    const handle = page.getByRole("separator", { name: "Height of the editor" });
    const height = async (): Promise<number> =>
      (await page.locator(".pane.editor").boundingBox())?.height ?? 0;
    const first = await height();
    await handle.focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowDown");
    await expect.poll(height).toBeGreaterThan(first + 50);
    expect(Number(await handle.getAttribute("aria-valuenow"))).toBeGreaterThan(45);
    await page.keyboard.press("ArrowLeft");
    const moved = await height();
    await page.reload();
    await ready(page);
    expect(Math.abs((await height()) - moved)).toBeLessThan(2);
    await handle.focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => Math.abs((await height()) - first)).toBeLessThan(2);
    const rail = page.getByRole("separator", { name: "Width of the checks" });
    const box = await rail.boundingBox();
    const width = async (): Promise<number> => (await page.locator(".col.rail").boundingBox())?.width ?? 0;
    const before = await width();
    await page.mouse.move((box?.x ?? 0) + 4, 300);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) - 96, 300, { steps: 4 });
    await page.mouse.up();
    expect(Math.abs((await width()) - before - 100)).toBeLessThan(8);
    expect(await findings(page)).toEqual([]);
    await rail.dblclick();
    await expect.poll(async () => Math.abs((await width()) - before)).toBeLessThan(2);
    expect(site.wrong).toEqual([]);
  });
});
