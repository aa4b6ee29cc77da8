import headless from "@xterm/headless";

type Terminal = InstanceType<typeof headless.Terminal>;
type Cell = NonNullable<
  ReturnType<NonNullable<ReturnType<Terminal["buffer"]["active"]["getLine"]>>["getCell"]>
>;

const COLOURS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

/** How a cell looks, in words: `blue`, `bold`, `dim`; empty for plain text. */
function look(cell: Cell): string {
  const colour = (index: number): string =>
    index < 8 ? (COLOURS[index] ?? "") : index < 16 ? `bright-${COLOURS[index - 8]}` : String(index);
  return [
    cell.isBold() ? "bold" : "",
    cell.isDim() ? "dim" : "",
    cell.isItalic() ? "italic" : "",
    cell.isFgDefault() ? "" : colour(cell.getFgColor()),
    cell.isBgDefault() ? "" : `on-${colour(cell.getBgColor())}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** One line of the screen, `{blue}` before what is blue, `{}` before what is plain again; blanks at the end are gone. */
function lineText(terminal: Terminal, row: number): string {
  const line = terminal.buffer.active.getLine(row);
  let text = "";
  let before = "";
  for (let column = 0; line && column < terminal.cols; column++) {
    const cell = line.getCell(column);
    if (!cell || cell.getWidth() === 0) continue;
    const characters = cell.getChars() || " ";
    const now = characters === " " ? before : look(cell);
    if (now !== before) text += `{${now}}`;
    before = now;
    text += characters;
  }
  return text.trimEnd();
}

/** Where a terminal's screen is whole: after each frame of a build, each line of a transfer. */
const WHOLE = /(?<=\u001B\[\?25h|\r\u001B\[\d+B)/;

/**
 * Replays bytes on a terminal, and reads its screen after each whole frame and at the end; what has scrolled away counts, and what
 * was too long for a line is one again. The prompt stands in the first line.
 */
export async function screensOf(
  bytes: string,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Promise<string[][]> {
  const terminal = new headless.Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true });
  const write = (text: string): Promise<void> => new Promise((done) => terminal.write(text, done));
  await write("$ \r\n");
  const screens: string[][] = [];
  for (const part of bytes.split(WHOLE)) {
    await write(part);
    const { length } = terminal.buffer.active;
    const lines: string[] = [];
    for (let row = 0; row < length; row++) {
      const text = lineText(terminal, row);
      if (terminal.buffer.active.getLine(row)?.isWrapped === true) lines.push((lines.pop() ?? "") + text);
      else lines.push(text);
    }
    const last = lines.findLastIndex((line) => line !== "");
    screens.push(lines.slice(1, last + 1));
  }
  terminal.dispose();
  return screens;
}
