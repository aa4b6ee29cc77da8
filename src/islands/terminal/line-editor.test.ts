import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete, type Completable } from "./complete.ts";
import { drawLine } from "./draw-line.ts";
import { readKeys } from "./key.ts";
import { edit, type Effect } from "./line-editor.ts";
import { emptyLine, type LineState } from "./line-state.ts";

const world: Completable = {
  commands: ["cat", "cd", "docker", "ls"],
  verbs: ["build", "history", "image inspect", "image ls", "images", "rm", "rmi", "run"],
  flags: (verb) => (verb === "build" ? ["--no-cache", "--tag", "--target"] : []),
  images: ["python:3.13-slim", "timetable:latest"],
  containers: ["web"],
  files: [".dockerignore", "Dockerfile", "app.py", "src/a.py", "src/b.py"],
};

/** Types what a terminal would send and tells what came of it; `|` marks the cursor. */
const type = (
  data: string,
  history: readonly string[] = [],
): { line: string; state: LineState; effects: Effect[] } => {
  let state = emptyLine(history);
  const effects: Effect[] = [];
  for (const key of readKeys(data)) {
    const edited = edit(state, key, (text, cursor) => complete(text, cursor, world));
    state = edited.state;
    if (edited.effect) effects.push(edited.effect);
  }
  return { line: `${state.text.slice(0, state.cursor)}|${state.text.slice(state.cursor)}`, state, effects };
};

describe("emacs keys", () => {
  it.each([
    ["plain text", "docker ps", "docker ps|"],
    ["^A and ^E", "ab\x01x\x05y", "xaby|"],
    ["arrows, Home, End", "abc\x1b[D\x1b[Dx\x1b[Hy\x1b[Fz", "yaxbcz|"],
    ["^U takes what is before, ^Y brings it back", "one two\x1bb\x15!\x19", "!one |two"],
    ["^K takes what is behind", "one two\x1bb\x0b", "one |"],
    ["^W goes by spaces, Alt-b and Alt-d by letters", "docker build -t a:b .\x17\x17", "docker build -t |"],
    ["Alt-b stops in a:b", "docker a:b\x1bbx", "docker a:x|b"],
    ["Alt-f and Alt-d", "one two three\x01\x1bf\x1bd", "one| three"],
    ["Backspace takes a pair as one", "a\u{1F6A2}\x7f", "a|"],
    ["Delete at the end does nothing", "a\x1b[3~", "a|"],
    ["unknown sequences leave no trace", "a\x1b[15~\x1b[1;2Pb", "ab|"],
  ])("%s", (_, data, expected) => {
    expect(type(data).line).toBe(expected);
  });

  it("^C gives the line up, ^L clears and keeps it", () => {
    expect(type("abc\x03")).toMatchObject({ line: "|", effects: [{ kind: "interrupt" }] });
    expect(type("abc\x0c")).toMatchObject({ line: "abc|", effects: [{ kind: "clear" }] });
  });
});

describe("history", () => {
  it("goes up and down and keeps the line that was begun", () => {
    expect(type("begun\x1b[A\x1b[A", ["one", "two"]).line).toBe("one|");
    expect(type("begun\x1b[A\x1b[A\x1b[B\x1b[B", ["one", "two"]).line).toBe("begun|");
  });

  it("remembers a line once, and no empty one", () => {
    expect(type("one\rone\r\r  \rtwo\r").state.history).toEqual(["one", "two"]);
  });

  it("^R finds, goes further back, and leaves", () => {
    const past = ["docker build -t a .", "ls", "docker build -t b ."];
    expect(type("\x12build", past).line).toBe("docker |build -t b .");
    expect(type("\x12build\x12\x05!", past).line).toBe("docker build -t a .!|");
    expect(type("mine\x12build\x03", past).line).toBe("mine|");
    expect(type("\x12nothing", past).effects.at(-1)).toEqual({ kind: "bell" });
    expect(type("\x12ls\r", past).effects).toEqual([{ kind: "submit", line: "ls" }]);
  });
});

describe("more than one line", () => {
  it.each([
    ["an open quote", 'echo "a\rb"\r', 'echo "a\nb"'],
    ["a backslash", "docker build \\\r.\r", "docker build \\\n."],
    ["an operator", "true &&\rls\r", "true &&\nls"],
    ["a here-document", "cat <<EOF\rEO\rEOF\r", "cat <<EOF\nEO\nEOF"],
    ["a quote in a comment is none", "ls # don't\r", "ls # don't"],
    ["a loop", "for i in 1 2\rdo echo $i\rdone\r", "for i in 1 2\ndo echo $i\ndone"],
    ["a condition", "if true; then\recho done\rfi\r", "if true; then\necho done\nfi"],
    ["a function", "f() {\recho in; }\r", "f() {\necho in; }"],
    [
      "a case with patterns",
      "case a in\ra) echo for;;\r*) ;;\resac\r",
      "case a in\na) echo for;;\n*) ;;\nesac",
    ],
    ["a substitution", "echo $(\rls\r)\r", "echo $(\nls\n)"],
    [
      "a here-document with an apostrophe and a loop's word",
      "cat <<E\rdon't { for\rE\r",
      "cat <<E\ndon't { for\nE",
    ],
    [
      "words that begin nothing",
      "echo if { for done '(' ; docker run --rm -e A={ for\r",
      "echo if { for done '(' ; docker run --rm -e A={ for",
    ],
    [
      "Go templates and braces",
      "docker ps --format '{{.ID}}'; echo {a,b} ${x:-(}\r",
      "docker ps --format '{{.ID}}'; echo {a,b} ${x:-(}",
    ],
    ["no here-document within quotes", "echo '<<E'\r", "echo '<<E'"],
    ["a here-string", "cat <<<E\r", "cat <<<E"],
    ["a paste is one edit", "\x1b[200~ls\r\nls src\r\n\x1b[201~\r", "ls\nls src"],
  ])("%s", (_, data, line) => {
    expect(type(data).effects).toEqual([{ kind: "submit", line }]);
  });
});

describe("Tab", () => {
  it.each([
    ["a command", "dock\t", "docker |"],
    ["a verb", "docker bu\t", "docker build |"],
    ["a verb of two words", "docker image i\t", "docker image inspect |"],
    ["an image", "docker run --rm ti\t", "docker run --rm timetable:latest |"],
    ["a container", "docker rm w\t", "docker rm web |"],
    ["a file", "cat ap\t", "cat app.py |"],
    ["a folder, without a space", "ls ./s\t", "ls ./src/|"],
    ["what is common", "ls src/\t", "ls src/|"],
    ["after an operator", "ls && dock\t", "ls && docker |"],
    ["hidden files when asked for", "cat .\t", "cat .dockerignore |"],
  ])("%s", (_, data, expected) => {
    expect(type(data).line).toBe(expected);
  });

  it("lists what it cannot decide, rings where nothing fits", () => {
    expect(type("cat src/\t").effects).toEqual([{ kind: "list", choices: ["src/a.py", "src/b.py"] }]);
    expect(type("cat x\t").effects).toEqual([{ kind: "bell" }]);
  });
});

describe("drawing", () => {
  const draw = (data: string, columns: number): unknown => drawLine(type(data).state, "$ ", "$ ", columns);

  it("finds the cursor in wrapped and in continued lines", () => {
    expect(draw("abcdef", 5)).toMatchObject({ endRow: 1, cursorRow: 1, cursorColumn: 3 });
    expect(draw("abcdef\x01", 5)).toMatchObject({ endRow: 1, cursorRow: 0, cursorColumn: 2 });
    expect(draw('e "a\rb', 20)).toMatchObject({ endRow: 1, cursorRow: 1, cursorColumn: 3 });
    expect(draw("abc", 5)).toMatchObject({ text: "$ abc \r", endRow: 1, cursorRow: 1, cursorColumn: 0 });
  });
});

describe("whatever is sent", () => {
  it("keeps the cursor in the line, and draws it on the screen", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom(
        "\x1b[A",
        "\x1b[B",
        "\x1b[D",
        "\x1bb",
        "\x1bd",
        "\x12",
        "\x17",
        "\x0b",
        "\x19",
        "\t",
        "\r",
        "\x1b[200~a\nb",
        "\x7f",
        "'",
        "docker ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 2, max: 40 }), (pieces, columns) => {
        const { state } = type(pieces.join(""), ["one", "docker ps"]);
        expect(state.cursor).toBeGreaterThanOrEqual(0);
        expect(state.cursor).toBeLessThanOrEqual(state.text.length);
        const drawn = drawLine(state, "$ ", "$ ", columns);
        expect(drawn.cursorRow).toBeLessThanOrEqual(drawn.endRow);
        expect(drawn.cursorColumn).toBeLessThan(columns);
      }),
      { numRuns: 300 },
    );
  });
});
