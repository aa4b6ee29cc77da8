import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLesson, openSite, ready, savedFiles, screenOf, type Site, typeLine, write } from "./site.ts";

const ID = "03-layers/05-order-for-the-cache";

describe("the machine can be taken back and forth", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const open = (options = {}, editor = true): Promise<Page> => openLesson(site, ID, options, editor);
  const said = (page: Page): Promise<string> => page.locator("[data-travelled]").innerText();
  const lines = async (page: Page): Promise<readonly string[]> =>
    (
      (await savedFiles(page, ID))?.["work"] as { commands: readonly { line: string }[] } | undefined
    )?.commands.map(({ line }) => line) ?? [];

  it("by buttons and by keys, told in words; files that were edited since stay", async () => {
    const page = await open();
    await typeLine(page, "echo one > made.txt", /made.txt/);
    await typeLine(page, "docker build -q -t app . && docker images", /app +latest/);
    await page.getByRole("button", { name: "Undo docker build" }).click();
    await expect.poll(() => said(page)).toBe("Undone: docker build -q -t app . && docker images");
    await expect.poll(() => screenOf(page)).not.toContain("latest");
    await typeLine(page, "docker images -q | wc -l", /^0$/m);
    await write(page, "FROM busybox:1.37\n# mine\n");
    await page.locator(".xterm-helper-textarea").focus();
    await page.keyboard.press("Control+Alt+z");
    await page.keyboard.press("Control+Alt+z");
    await expect.poll(() => said(page)).toBe("Undone: echo one > made.txt");
    await expect.poll(() => lines(page)).toEqual([]);
    expect(await page.getByRole("tab", { name: "made.txt" }).count()).toBe(0);
    expect(await page.locator("[data-undo]").getAttribute("aria-disabled")).toBe("true");
    await page.keyboard.press("Control+Alt+y");
    await expect.poll(() => lines(page)).toEqual(["echo one > made.txt"]);
    expect(await page.getByRole("tab", { name: "made.txt" }).count()).toBe(1);
    const { work } = (await savedFiles(page, ID)) as { work: { files: Record<string, string> } };
    expect(work.files["Dockerfile"]).toContain("# mine");
    expect(site.wrong).toEqual([]);
  });

  it("also after a reload: what stood on the screen is there, and the machine as it was", async () => {
    const page = await open();
    await typeLine(page, "docker build -q -t app . && cd /tmp && export COLOUR=red", /sha256/);
    await typeLine(page, "docker run -d --name web -p 8080:5000 app && sleep 2", /^[0-9a-f]{64}/m);
    await typeLine(page, "docker login -u learner", "Password:");
    await page.keyboard.type("s3cret");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toContain("Login Succeeded");
    // What greets on an empty screen is not shown again.
    const shown = (await screenOf(page)).replace(/^A machine of your own.*\n/, "");
    const stored = await savedFiles(page, ID);
    await expect.poll(() => lines(page)).toHaveLength(3);
    await page.waitForTimeout(1500);
    expect(JSON.stringify([stored, await savedFiles(page, ID)])).not.toContain("s3cret");
    await page.reload();
    await ready(page);
    await expect.poll(() => screenOf(page), { timeout: 15_000 }).toBe(shown);
    await typeLine(page, "pwd; echo $COLOUR; docker ps --format '{{.Names}}'", /\/tmp\s+red\s+web/);
    await typeLine(page, "curl -s -o /dev/null -w 'status %{http_code}' localhost:8080", /status 200/);
    await page.getByRole("button", { name: /^Undo curl/ }).click();
    await page.getByRole("button", { name: /^Undo pwd/ }).click();
    await page.getByRole("button", { name: /^Undo docker login/ }).click();
    await typeLine(page, "ls -A ~/.docker 2>&1 | wc -l", /^1$/m);
    expect(site.wrong).toEqual([]);
  });

  it("to named checkpoints, with what is different told, by the keyboard alone", async () => {
    const page = await open();
    await typeLine(page, "docker build -t app .", "naming to");
    await page.getByRole("tab", { name: "Layers" }).focus();
    await page.keyboard.press("End");
    await expect.poll(() => page.locator("[data-changed]").innerText()).toContain("app:latest");
    await page.getByLabel("Name of a checkpoint").focus();
    await page.keyboard.type("it builds");
    await page.keyboard.press("Enter");
    await expect.poll(() => said(page)).toBe("Checkpoint it builds saved.");
    await typeLine(page, "docker rmi app; rm app.py", /Untagged/);
    await expect.poll(() => page.locator("[data-changed]").innerText()).toContain("/root/app/app.py");
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.waitForTimeout(1200);
    await page.reload();
    await ready(page);
    await page.getByRole("tab", { name: "Changes" }).click();
    await page.getByLabel("What is different since").selectOption({ label: "checkpoint “it builds”" });
    await expect.poll(() => page.locator("[data-changed] .removed").count()).toBe(2);
    await page.getByRole("button", { name: "Go back to it builds" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => said(page)).toContain("as at it builds");
    await typeLine(page, "docker images -q app | wc -l; ls app.py", /^1\s+app.py/m);
    await page.getByRole("button", { name: "Delete the checkpoint it builds" }).press("Enter");
    await expect.poll(() => page.locator("[data-checkpoints] li").count()).toBe(0);
    expect(site.wrong).toEqual([]);
  });

  it("on a phone, light and dark, nothing is wider than the screen and axe finds nothing", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme };
      const page = await open(phone, false);
      await page.locator("[data-go=check]").click();
      await page.getByRole("tab", { name: "Changes" }).click();
      await page.getByLabel("Name of a checkpoint").fill("a name that is rather long for a small screen");
      await page.keyboard.press("Enter");
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  }, 60_000);

  it("tells of a command that was waiting, and takes it up again", async () => {
    const page = await open();
    await typeLine(page, "docker run -it --name box busybox:1.37 sh", /\/ #/);
    await page.keyboard.type("echo kept > /note");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toMatch(/\/note\s+\/ #/);
    await page.waitForTimeout(600);
    await page.reload();
    await ready(page);
    await expect.poll(() => page.locator("[data-note]").innerText()).toContain("waiting for you");
    await page.getByRole("button", { name: "Take it up again" }).click();
    await expect.poll(() => screenOf(page)).toMatch(/\/note\s+\/ #/);
    await page.locator(".xterm-helper-textarea").focus();
    await page.keyboard.type("cat /note; exit");
    await page.keyboard.press("Enter");
    await expect.poll(() => lines(page)).toEqual(["docker run -it --name box busybox:1.37 sh"]);
    expect(await screenOf(page)).toMatch(/exit\s+kept/);
    expect(site.wrong).toEqual([]);
  });
});
