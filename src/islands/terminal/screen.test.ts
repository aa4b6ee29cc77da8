import headless from "@xterm/headless";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawLine, redraw } from "./draw-line.ts";
import { readKeys } from "./key.ts";
import { edit } from "./line-editor.ts";
import { emptyLine } from "./line-state.ts";

const ROWS = 30;

/** Types into a real terminal without a window, and reads its screen. */
const typed = async (
  data: string,
  columns: number,
): Promise<{ text: string; x: number; y: number; line: ReturnType<typeof emptyLine> }> => {
  const terminal = new headless.Terminal({ cols: columns, rows: ROWS, allowProposedApi: true });
  let line = emptyLine(["docker build -t timetable ."]);
  let cursorRow = 0;
  const draw = (): Promise<void> => {
    const drawn = drawLine(line, "$ ", "\x1b[90m$ \x1b[39m", columns);
    const text = redraw(drawn, cursorRow);
    cursorRow = drawn.cursorRow;
    return new Promise((done) => terminal.write(text, done));
  };
  await draw();
  for (const key of readKeys(data)) {
    line = edit(line, key, () => ({ start: 0, choices: [] })).state;
    await draw();
  }
  const buffer = terminal.buffer.active;
  const rows = Array.from(
    { length: ROWS },
    (_, row) =>
      buffer
        .getLine(buffer.baseY + row)
        ?.translateToString(true)
        .trimEnd() ?? "",
  );
  return { text: rows.join("\n").trimEnd(), x: buffer.cursorX, y: buffer.cursorY, line };
};

/** The same line as a terminal would wrap it, worked out the plain way. */
const wrapped = (text: string, columns: number): string =>
  text
    .split("\n")
    .map((part, at) => (at === 0 ? `$ ${part}` : `> ${part}`))
    .flatMap((part) => (part.match(new RegExp(`.{1,${columns}}`, "g")) ?? [""]).map((row) => row.trimEnd()))
    .join("\n")
    .trimEnd();

describe("the line on a screen", () => {
  it.each([
    ["a line that wraps, edited in its middle", "docker build -t timetable .\x1bb\x1bbnew \x1b[D", 12],
    ["a line that fills the row to its end", "12345678", 10],
    ["history that is longer, then shorter", "\x1b[A\x1b[B", 9],
    ["lines with an open quote", 'echo "a\rbcdefghijkl\rm\x1b[D', 8],
    ["deleting over the wrap", "abcdefghijklmnop\x17", 6],
  ])("%s", async (_, data, columns) => {
    const { text, line, x, y } = await typed(data, columns);
    expect(text).toBe(wrapped(line.text, columns));
    const drawn = drawLine(line, "$ ", "$ ", columns);
    expect([x, y]).toEqual([drawn.cursorColumn, drawn.cursorRow]);
  });

  it.each([
    [
      "wide characters that do not fit at the end of a row",
      "abc漢字漢字\x1b[D\x1b[Dx",
      8,
      "$ abc漢\n字x漢字",
      [3, 1],
    ],
    ["a wide character that ends a row", "abcd漢\x01", 8, "$ abcd漢", [2, 0]],
    [
      "marks over characters, and an emoji",
      "e\u0301a\u0300🚢bcdefg\x1b[D",
      9,
      "$ e\u0301a\u0300🚢bcde\nfg",
      [1, 1],
    ],
  ])("%s", async (_, data, columns, screen, cursor) => {
    const { text, x, y } = await typed(data, columns);
    expect(text).toBe(screen);
    expect([x, y]).toEqual(cursor);
  });

  it("is the line, whatever was typed and however narrow the screen", async () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[a-z ]{1,9}$/),
      fc.constantFrom(
        "\x1b[D",
        "\x1b[C",
        "\x1bb",
        "\x7f",
        "\x01",
        "\x05",
        "\x0b",
        "\x19",
        "\x1b[A",
        "'a\r",
        "\x1b[200~x\ny\x1b[201~",
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 14 }),
        fc.integer({ min: 6, max: 30 }),
        async (pieces, columns) => {
          const { text, line } = await typed(pieces.join(""), columns);
          fc.pre(wrapped(line.text, columns).split("\n").length < ROWS);
          expect(text).toBe(wrapped(line.text, columns));
        },
      ),
      { numRuns: 60 },
    );
  });
});
