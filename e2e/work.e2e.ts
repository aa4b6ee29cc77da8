import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, ready, savedFiles, screenOf, type Site, typeLine, write } from "./site.ts";

const LESSON = "lessons/03-layers/05-order-for-the-cache/";
const ID = "03-layers/05-order-for-the-cache";
const dockerfile = async (page: Parameters<typeof ready>[0]): Promise<unknown> =>
  ((await savedFiles(page, ID))?.["work"] as { files: Record<string, string> } | undefined)?.files[
    "Dockerfile"
  ];

describe("work is never lost", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  it("reset can be undone, also after a reload", async () => {
    const { page } = await site.open();
    await page.goto(site.url + LESSON);
    await ready(page);
    await write(page, "FROM mine\n");
    await page.locator("[data-reset]").click();
    await expect.poll(() => dockerfile(page)).toContain("python:3.13-slim");
    await page.reload();
    await ready(page);
    await page.locator("[data-undo-reset]").click();
    await expect.poll(() => dockerfile(page)).toBe("FROM mine\n");
    expect(await page.locator(".monaco-editor .view-lines").innerText()).toContain("mine");
  });

  it("two tabs notice each other, and the older state can be brought back", async () => {
    const { page: one, context } = await site.open();
    await one.goto(site.url + LESSON);
    await ready(one);
    const two = await context.newPage();
    await two.goto(site.url + LESSON);
    await ready(two);
    await one.bringToFront();
    await write(one, "FROM one\n");
    await expect.poll(() => dockerfile(one)).toBe("FROM one\n");
    await two.bringToFront();
    await expect.poll(() => two.locator("[data-note]").innerText()).toContain("another tab");
    await write(two, "FROM two\n");
    await expect.poll(() => two.locator("[data-note]").innerText()).toContain("Another tab had changed");
    await two.getByRole("button", { name: "Bring the other state back" }).click();
    await expect.poll(() => dockerfile(two)).toBe("FROM one\n");
  });

  it("where nothing can be stored, it says so and hands the work out; the file opens elsewhere", async () => {
    const { page, context } = await site.open();
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException("storage is switched off", "SecurityError");
      };
    });
    await page.goto(site.url + LESSON);
    await ready(page);
    await write(page, "FROM mine\n");
    await expect.poll(() => page.locator("[data-note]").innerText()).toContain("not being saved");
    await typeLine(page, "echo still here", "still here");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("[data-note] button").click(),
    ]);
    const bundle = await readFile(await download.path(), "utf8");
    expect(JSON.parse(bundle)).toMatchObject({
      format: 1,
      lesson: ID,
      files: { Dockerfile: "FROM mine\n" },
      commands: [{ line: "echo still here" }],
    });
    await context.close();

    const { page: other } = await site.open();
    await other.goto(site.url + LESSON);
    await ready(other);
    await other
      .locator("[data-import-file]")
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await expect.poll(() => other.locator("[data-wrong]").textContent()).toContain("format");
    await other
      .locator("[data-import-file]")
      .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(bundle) });
    await expect.poll(() => dockerfile(other)).toBe("FROM mine\n");
    await expect.poll(() => screenOf(other)).toContain("still here");
    expect(site.wrong.filter((words) => !words.includes("switched off"))).toEqual([]);
  });

  it("what cannot be read any more is set aside and handed out, and the lesson begins anew", async () => {
    const { page } = await site.open();
    await page.goto(site.url + LESSON);
    await ready(page);
    await write(page, "FROM mine\n");
    await expect.poll(() => dockerfile(page)).toBe("FROM mine\n");
    await page.goto(`${site.url}help/`);
    await page.evaluate(
      (lesson) =>
        new Promise<void>((done) => {
          const request = indexedDB.open("drydock");
          request.onsuccess = () => {
            const transaction = request.result.transaction("work", "readwrite");
            transaction
              .objectStore("work")
              .put({ lesson, revision: 7, work: { files: 5, mine: "precious" } });
            transaction.oncomplete = () => {
              request.result.close();
              done();
            };
          };
        }),
      ID,
    );
    await page.goto(`${site.url}course/`);
    await page.locator("[data-all-work]:not([hidden])").waitFor();
    await page.goto(site.url + LESSON);
    await ready(page);
    const note = page.locator("[data-note]");
    await expect.poll(() => note.innerText()).toContain("is damaged and could not be opened");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      note.getByRole("button", { name: "Download what was saved" }).click(),
    ]);
    expect(JSON.parse(await readFile(await download.path(), "utf8"))).toMatchObject({
      work: { mine: "precious" },
    });
    await write(page, "FROM again\n");
    await expect.poll(() => dockerfile(page)).toBe("FROM again\n");
    await page.reload();
    await ready(page);
    expect(await page.locator("[data-note]:visible").count()).toBe(0);
    expect(site.wrong.splice(0)).toEqual([]);
  });

  it("says when the storage is full, and saves again as soon as there is room", async () => {
    const { page } = await site.open();
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function full(...args) {
        if ("full" in globalThis) throw new DOMException("there is no room left", "QuotaExceededError");
        return put.apply(this, args);
      };
    });
    await page.goto(site.url + LESSON);
    await ready(page);
    await page.evaluate(() => Object.assign(globalThis, { full: true }));
    await write(page, "FROM mine\n");
    await expect.poll(() => page.locator("[data-note]").innerText()).toContain("there is no room left");
    expect(await page.locator("[data-saved]").innerText()).toBe("Not saved");
    await page.evaluate(() => delete (globalThis as { full?: true }).full);
    await write(page, "FROM room\n");
    await expect.poll(() => dockerfile(page)).toBe("FROM room\n");
    await expect.poll(() => page.locator("[data-saved]").innerText()).toBe("Saved on this device");
    expect(await page.locator("[data-note]:visible").count()).toBe(0);
    site.wrong.splice(0);
  });

  it("takes a paste of 5,000 lines, and goes on at once", async () => {
    const { page } = await site.open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(site.url + LESSON);
    await ready(page);
    await write(page, "");
    const text = `FROM busybox:1.37\n${Array.from({ length: 4999 }, (_, at) => `ENV N${at}=${at}`).join("\n")}\n`;
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await page.keyboard.press("ControlOrMeta+V");
    await expect.poll(() => page.locator("[data-line-count]").innerText()).toBe("5000 lines");
    await expect.poll(() => dockerfile(page)).toBe(text);
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => page.locator("[data-score]").innerText()).toContain("0 of");
    await typeLine(page, "wc -l < Dockerfile", /^5000$/m);
    expect(site.wrong.splice(0)).toEqual([]);
  });

  it("makes a new file, and the build sees it", async () => {
    const { page } = await site.open();
    await page.goto(site.url + LESSON);
    await ready(page);
    await page.locator("[data-new-file]").click();
    await page.keyboard.type("../up");
    await page.keyboard.press("Enter");
    expect(await page.locator(".newfile input:invalid").count()).toBe(1);
    await page.locator(".newfile input").fill(".dockerignore");
    await page.keyboard.press("Enter");
    expect(await page.locator("[data-files] [aria-selected=true]").innerText()).toBe(".dockerignore");
    await write(page, "app.py\n");
    await typeLine(page, "docker build -t a . && docker run --rm a ls", "requirements.txt");
    await typeLine(page, "clear", /\$/);
    await typeLine(page, "docker run --rm a ls", /Dockerfile\s+requirements\.txt\s/);
    expect(await screenOf(page)).not.toContain("app.py");
  });

  it("plays builds one after the other, however fast the buttons are pressed", async () => {
    const { page } = await site.open({ reducedMotion: "no-preference" });
    await page.goto(site.url + LESSON);
    await ready(page);
    for (let press = 0; press < 3; press += 1) await page.locator(".run button").first().click();
    await page.keyboard.press("Enter");
    const commands = async (): Promise<number | undefined> =>
      ((await savedFiles(page, ID))?.["work"] as { commands: unknown[] } | undefined)?.commands.length;
    await expect.poll(commands, { timeout: 15_000 }).toBe(4);
    await expect.poll(() => screenOf(page), { timeout: 10_000 }).toMatch(/FINISHED[^]*naming to[^]*\$\s*$/);
    const last = (await screenOf(page)).split("$ docker build").at(-1) ?? "";
    expect(last.match(/\[\+\] Building/g)).toHaveLength(1);
    expect(last.match(/exporting to image/g)).toHaveLength(1);
  });

  it("completes and explains instructions", async () => {
    const { page } = await site.open();
    await page.goto(site.url + LESSON);
    await ready(page);
    await write(page, "");
    await page.keyboard.type("HEAL");
    await expect.poll(() => page.locator(".suggest-widget.visible").innerText()).toContain("HEALTHCHECK");
    await page.keyboard.press("Tab");
    await expect.poll(() => dockerfile(page)).toBe("HEALTHCHECK ");
    await page
      .locator(".view-line")
      .first()
      .hover({ position: { x: 20, y: 10 } });
    await expect
      .poll(() => page.locator(".monaco-hover").first().innerText())
      .toContain("whether the app is well");
  });

  it("shows every problem of a Dockerfile with its line while it is typed, and keeps the last good state", async () => {
    const { page } = await site.open();
    await page.goto(site.url + LESSON);
    await ready(page);
    await typeLine(page, "docker build -t timetable .", "naming to");
    await write(page, "FORM python:3.13-slim\nCOPPY . .\n");
    await expect.poll(() => page.locator("[data-problems]").innerText()).toMatch(/[Ll]ine 1/);
    expect(await page.locator(".hull .names li").count()).toBeGreaterThan(2);
    await typeLine(page, "docker run timetable sl", /not|executable/);
    await typeLine(page, "frobnicate", "frobnicate");
  });
});
