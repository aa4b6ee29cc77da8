import headless from "@xterm/headless";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fetchLayers } from "../../daemon/transfer/fetch-layers.ts";
import { sendLayers } from "../../daemon/transfer/send-layers.ts";
import { transferText, transferView } from "./transfer-view.ts";

const MB = 1_000_000;

/** What a terminal shows of it at the end. */
async function screen(bytes: string, columns: number): Promise<string[]> {
  const terminal = new headless.Terminal({ cols: columns, rows: 30, allowProposedApi: true });
  await new Promise<void>((done) => terminal.write(bytes, done));
  const { active } = terminal.buffer;
  const lines = Array.from(
    { length: active.length },
    (_, row) => active.getLine(row)?.translateToString(true).trimEnd() ?? "",
  );
  return lines.slice(0, lines.findLastIndex((line) => line !== "") + 1);
}

const layer = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map((n) => n.toString(16).padStart(12, "a")),
  size: fc.integer({ min: 0, max: 80 * MB }),
  here: fc.boolean(),
});

test("the lines on a terminal end as they stand where nothing moves", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(layer, { maxLength: 8 }),
      fc.integer({ min: 45, max: 140 }),
      async (layers, columns) => {
        const messages = [
          { at: 0, line: "latest: Pulling from library/app" },
          ...fetchLayers(layers),
          { at: 0, line: "Status: Downloaded newer image for app:latest" },
        ];
        const view = transferView(messages);
        const bytes = view
          .frames({ columns, rows: 30 })
          .map(({ text }) => text)
          .join("");
        expect(await screen(bytes, columns)).toEqual(await screen(view.still(columns), columns));
      },
    ),
    { numRuns: 60 },
  );
});

test("the next tag has a list of its own", async () => {
  const tag = [{ at: 0, line: "Digest: sha256:1" }, ...fetchLayers([{ id: "app", size: MB, here: false }])];
  const view = transferView([...tag, ...tag]);
  const bytes = view
    .frames({ columns: 80, rows: 30 })
    .map(({ text }) => text)
    .join("");
  const once = ["Digest: sha256:1", "app: Pull complete"];
  expect(await screen(bytes, 80)).toEqual([...once, ...once]);
});

test("layers come three at a time, and are put in place from below", () => {
  const layers = [30, 1, 2, 3].map((size, i) => ({ id: `layer-${i}`, size: size * MB, here: false }));
  const text = transferText(fetchLayers(layers));
  expect(text).toContain("layer-3: Pulling fs layer\nlayer-3: Waiting\n");
  const complete = text.match(/layer-\d: Pull complete/g);
  expect(complete).toEqual([0, 1, 2, 3].map((i) => `layer-${i}: Pull complete`));
  expect(text.indexOf("layer-3: Download complete")).toBeLessThan(text.indexOf("layer-0: Download complete"));
});

test("bars need a wide terminal; what is longer than foretold has no total", () => {
  const messages = sendLayers([{ id: "app", size: 2, tarSize: 2560, known: undefined }]);
  const texts = (columns: number): string =>
    transferView(messages)
      .frames({ columns, rows: 30 })
      .map(({ text }) => text)
      .join("");
  expect(texts(100)).toContain("app: Pushing   2.56kB\r");
  expect(texts(120)).toContain(`app: Pushing [${"=".repeat(50)}>]   2.56kB\r`);
  const pulled = transferView(fetchLayers([{ id: "app", size: 3 * MB, here: false }])).frames({
    columns: 120,
    rows: 30,
  });
  expect(pulled.map(({ text }) => text).join("")).toContain(
    `app: Downloading [>${" ".repeat(50)}]  32.77kB/3MB\r`,
  );
});
