import { fileURLToPath } from "node:url";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { type Served, serve } from "./serve.ts";

/** The built site. */
export const dist: string = process.env["DRYDOCK_DIST"] ?? fileURLToPath(new URL("../dist", import.meta.url));

const quiet = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The built site behind a static host, and a browser before it that notes down everything that must not happen. */
export interface Site {
  readonly url: string;
  /** Requests to another host, errors and refused content, in the words of the browser. */
  readonly wrong: string[];
  open(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>;
  /** The host goes away: whatever the page then needs has to be on the device. */
  unplug(): Promise<void>;
  close(): Promise<void>;
}

export const openSite = async (root: string = dist): Promise<Site> => {
  const served: Served = await serve(root);
  const browser: Browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: quiet,
  });
  const wrong: string[] = [];
  return {
    url: served.url,
    wrong,
    async open(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        colorScheme: "light",
        reducedMotion: "reduce",
        ...options,
      });
      context.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (/^https?:$/.test(protocol) && hostname !== "127.0.0.1")
          wrong.push(`a request to ${request.url()}`);
      });
      context.on("weberror", (error) => wrong.push(error.error().message));
      context.on("console", (message) => {
        if (message.type() === "error" || /Content Security Policy/.test(message.text()))
          wrong.push(message.text());
      });
      return { context, page: await context.newPage() };
    },
    unplug: () => served.close(),
    async close() {
      await browser.close();
      await served.close();
    },
  };
};

/** Waits until the session is there; the editor too where it is wanted. */
export const ready = async (page: Page, { editor = true } = {}): Promise<void> => {
  await page.waitForSelector("html[data-session=ready]", { timeout: 20_000 });
  if (editor) await page.waitForSelector("[data-stage][data-ready]", { timeout: 30_000 });
};

/** A page with that lesson, its session ready. */
export const openLesson = async (
  site: Site,
  lesson: string,
  options: BrowserContextOptions = {},
  editor = true,
): Promise<Page> => {
  const { page } = await site.open(options);
  await page.goto(`${site.url}lessons/${lesson}/`);
  await ready(page, { editor });
  return page;
};

/** What stands on the terminal's screen. */
export const screenOf = (page: Page): Promise<string> => page.locator(".xterm-rows").innerText();

/** Types a line into the terminal and waits for the text. */
export const typeLine = async (page: Page, line: string, text: string | RegExp): Promise<void> => {
  await page.locator(".xterm-helper-textarea").focus();
  await page.keyboard.type(line);
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    ([pattern, flags]) =>
      new RegExp(pattern ?? "", flags).test(
        document.querySelector<HTMLElement>(".xterm-rows")?.innerText ?? "",
      ),
    typeof text === "string" ? [text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), ""] : [text.source, text.flags],
    { timeout: 15_000 },
  );
};

/** Writes the whole text of the file that the editor shows, as a paste would. */
export const write = async (page: Page, text: string): Promise<void> => {
  await page.locator("[data-editor] .view-lines").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
};

/** The files as they are saved in this browser. */
export const savedFiles = (page: Page, lesson: string): Promise<Record<string, unknown> | undefined> =>
  page.evaluate(
    (id) =>
      new Promise((done, failed) => {
        const request = indexedDB.open("drydock");
        request.onerror = () => failed(new Error("no database"));
        request.onsuccess = () => {
          const get = request.result.transaction("work").objectStore("work").get(id);
          get.onsuccess = () => {
            request.result.close();
            done(get.result as Record<string, unknown> | undefined);
          };
        };
      }),
    lesson,
  );
