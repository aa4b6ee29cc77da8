import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLesson, openSite, ready, savedFiles, screenOf, type Site, typeLine, write } from "./site.ts";

const ID = "03-layers/05-order-for-the-cache";
const ENDLESS = "while :; do :; done";

describe("the page stays alive", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const open = async (options = {}) => {
    const page = await openLesson(site, ID, options);
    await page.locator(".xterm-helper-textarea").focus();
    return page;
  };
  type Opened = Awaited<ReturnType<typeof open>>;
  const commands = async (page: Opened): Promise<readonly { line: string; typed?: readonly string[] }[]> =>
    ((await savedFiles(page, ID))?.["work"] as { commands: { line: string }[] } | undefined)?.commands ?? [];

  it("while a loop runs, and Ctrl-C ends it and nothing else", async () => {
    const page = await open();
    await typeLine(page, "echo kept > kept.txt && docker pull -q busybox", "docker.io/library/busybox");
    await write(page, `FROM busybox:1.37\nRUN ${ENDLESS}\n`);
    await page.locator(".xterm-helper-textarea").focus();
    const loops = Array.from({ length: 120 }, () => "docker build .").join("; ");
    await page.keyboard.type(loops);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("[data-working]").innerText()).toBe("Still working");
    expect(await page.locator("[data-stop]").isVisible()).toBe(true);

    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

    await write(page, "FROM busybox:1.37\n# typed meanwhile\n");
    await expect
      .poll(() => page.locator(".monaco-editor .view-lines").innerText())
      .toMatch(/typed\s+meanwhile/);
    await page
      .getByRole("button", { name: /theme|dark|light/i })
      .first()
      .click();
    expect(await page.locator("[data-working]").innerText()).toBe("Still working");

    await page.locator(".xterm-helper-textarea").focus();
    await page.keyboard.press("Control+C");
    await expect.poll(() => screenOf(page)).toMatch(/\^C\s+~\/app \$\s*$/);
    await typeLine(page, "cat kept.txt; docker images -q | wc -l", /^kept\s+1$/m);
    expect((await commands(page)).map(({ line }) => line)).not.toContain(loops);
    await expect.poll(async () => (await commands(page)).length).toBe(2);
    expect(site.wrong).toEqual([]);
  });

  it("when the browser kills its engine: told where it worked, started again, and nothing is lost", async () => {
    // A part that is on the device already would not keep it waiting.
    const page = await open({ serviceWorkers: "block" });
    const kill = async (): Promise<void> => {
      const engine = page.workers().find((one) => /engine-worker/.test(one.url()));
      await engine?.evaluate(() => void setTimeout(() => globalThis.close()));
    };
    await typeLine(page, "docker build -qt kept . && export COLOUR=red && echo mine > kept.txt", /sha256/);
    await kill();
    await expect.poll(() => page.workers().length).toBe(0);
    await typeLine(page, "docker images; echo $COLOUR; cat kept.txt", /kept +latest[^]*\nred\s+mine/);

    // Half-way: its base image never comes.
    await page.context().route(/alpine-3\.24/, () => undefined);
    await page.keyboard.type("docker pull alpine:3.24");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("[data-working]").innerText()).toBe("Still working");
    await kill();
    await expect
      .poll(() => screenOf(page), { timeout: 30_000 })
      .toMatch(/engine stopped at this command[^]*everything is as it was/);
    await typeLine(page, "docker images -q | wc -l; cat kept.txt", /^1\s+mine/m);
    await expect.poll(async () => (await commands(page)).length).toBe(3);
    await page.locator(".tabs [data-check]").click();
    await expect.poll(() => page.locator("[data-score]").innerText()).toContain("2 of 6");
    expect(site.wrong).toEqual([]);
  });

  it("asks for a password without showing or storing it, and is the same after a reload", async () => {
    const page = await open();
    await page.keyboard.type("docker login -u learner");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toMatch(/Password:\s*$/);
    await page.keyboard.type("s3cret");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toContain("Login Succeeded");
    expect(await screenOf(page)).not.toContain("s3cret");
    await typeLine(page, "docker container prune", /\[y\/N\]\s*$/);
    await page.keyboard.type("y");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toMatch(/\[y\/N\] y\s[^]*Total reclaimed space: 0B/);
    await expect
      .poll(() => commands(page))
      .toMatchObject([
        { typed: ["\u0000the password of the account\n"] },
        { line: "docker container prune", typed: ["y\n"] },
      ]);
    await page.reload();
    await ready(page);
    await expect.poll(() => screenOf(page)).toMatch(/Login Succeeded[^]*Total reclaimed space: 0B/);

    await page.locator(".xterm-helper-textarea").focus();
    await page.keyboard.type("docker logout && docker login -u learner");
    await page.keyboard.press("Enter");
    await expect.poll(() => screenOf(page)).toMatch(/Password:\s*$/);
    await page.keyboard.press("Control+C");
    await expect.poll(() => screenOf(page)).toMatch(/\^C\s+~\/app \$\s*$/);
    expect(site.wrong).toEqual([]);
  });

  it("answers in the plain log too", async () => {
    const page = await open();
    await page.locator("[data-plain]").click();
    await page.locator("#plain-command:focus").waitFor();
    await page.keyboard.type("read name; echo hello $name");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("label[for=plain-command]").innerText()).toBe("Answer");
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.type("you");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("log").innerText()).toContain("\nhello you\n");
    expect(await page.locator("label[for=plain-command]").innerText()).toBe("Command");
  });

  it("gives a shell in a container: its prompt, its files, its history, its end", async () => {
    const page = await open();
    await typeLine(page, "docker run -it --rm --hostname box alpine:3.24 sh", /^\/ # *$/m);
    expect(await page.locator("[data-stop]").isVisible()).toBe(true);
    await typeLine(page, "cd /tmp && echo inside > note", /^\/tmp # *$/m);
    await page.keyboard.type("oops");
    await page.keyboard.press("Control+C");
    await expect.poll(() => screenOf(page)).toMatch(/oops\^C\s+\/tmp # *$/);
    await typeLine(page, "cat note; hostname", /^inside\s+box$/m);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => screenOf(page)).toMatch(/\/tmp # cat note; hostname\s*$/);
    await page.keyboard.press("Control+U");
    await page.keyboard.press("Control+D");
    await expect.poll(() => screenOf(page)).toMatch(/\n~\/app \$\s*$/);
    await expect
      .poll(() => commands(page))
      .toMatchObject([{ typed: ["cd /tmp && echo inside > note\n", "cat note; hostname\n", "\u0004"] }]);
    await typeLine(page, "ls /tmp/note", "No such file");
    expect(site.wrong).toEqual([]);
  });
});
