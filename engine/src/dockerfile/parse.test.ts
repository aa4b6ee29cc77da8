import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutatedText, runs } from "../../testing/dockerfile-text.ts";
import type { Instruction } from "./instruction.ts";
import { parseDockerfile } from "./parse.ts";

const lines = (...all: readonly string[]): string => all.join("\n");

/** The instructions of all stages, FROM included. */
const instructions = (text: string): Instruction[] =>
  parseDockerfile(text).stages.flatMap(({ from, instructions: own }) => [from, ...own]);

const only = (line: string): Instruction | undefined => instructions(`FROM alpine\n${line}`)[1];

describe("lines", () => {
  it("joins continuations, drops comments and blank lines inside, keeps white space", () => {
    const text = lines("FROM alpine", "RUN a \\", "  # a comment", "", "    && b", "USER x");
    const [, run, user] = instructions(text);
    expect(run).toMatchObject({
      original: "RUN a     && b",
      range: { start: { line: 2 }, end: { line: 5 } },
    });
    expect(user).toMatchObject({ kind: "USER", value: "x" });
    expect(parseDockerfile(text).emptyContinuations.map(({ start }) => start.line)).toEqual([5]);
  });

  it("takes an escaped escape character for no continuation", () => {
    expect(parseDockerfile("FROM alpine\nRUN a \\\\\nb").problems[0]?.message).toBe(
      "dockerfile parse error on line 3: unknown instruction: b",
    );
  });

  it("reads CRLF, a byte order mark and leading white space as if they were not there", () => {
    const plain = instructions("FROM alpine\nRUN a\n");
    const odd = instructions("\uFEFFFROM alpine\r\n  RUN a\r\n");
    expect(odd.map(({ original }) => original)).toEqual(plain.map(({ original }) => original));
  });

  it("finds directives only at the very top", () => {
    const file = parseDockerfile("# syntax=docker/dockerfile:1\n# escape=`\nFROM alpine\nRUN a `\n b\n");
    expect(file.escape).toBe("`");
    expect(file.directives.map(({ name, value, line }) => [name, value, line])).toEqual([
      ["syntax", "docker/dockerfile:1", 1],
      ["escape", "`", 2],
    ]);
    expect(parseDockerfile("# a comment\n# escape=`\nFROM alpine").escape).toBe("\\");
  });
});

describe("heredocs", () => {
  it("belong to RUN, COPY and ADD, several to a line", () => {
    const text = lines("FROM alpine", "COPY <<one <<-'two' /d/", "$A", "one", "\ttabs $A", "\ttwo", "CMD x");
    const [, copy, cmd] = instructions(text);
    expect(copy).toMatchObject({
      contents: [
        { path: "one", data: "$A\n", expand: true },
        { path: "two", data: "tabs $A\n", expand: false },
      ],
      destination: "/d/",
      range: { end: { line: 6 } },
    });
    expect(cmd?.kind).toBe("CMD");
  });

  it("say so when they do not end", () => {
    expect(parseDockerfile("FROM alpine\nRUN <<EOF\necho\n").problems).toMatchObject([
      { message: "unterminated heredoc", phase: "parse", range: { start: { line: 2 }, end: { line: 3 } } },
    ]);
  });
});

describe("instructions", () => {
  it("take a JSON array as exec form, and anything like it as shell form", () => {
    expect(only('CMD ["a", "b"]')).toMatchObject({ form: "exec", args: ["a", "b"] });
    expect(only("CMD ['a']")).toMatchObject({ form: "shell", args: ["['a']"] });
    expect(only('RUN ["a"] # why')).toMatchObject({ form: "shell", args: ['["a"] # why'] });
  });

  it("read flags, with the place where they stand", () => {
    expect(only("COPY --from=build \\\n  --chown=1:1 a b/")).toMatchObject({
      from: "build",
      chown: "1:1",
      sources: ["a"],
      destination: "b/",
      flags: [
        { name: "from", range: { start: { line: 2, column: 6 } } },
        { name: "chown", range: { start: { line: 3, column: 3 }, end: { line: 3, column: 14 } } },
      ],
    });
  });

  it("keep ENV's old form apart", () => {
    expect(only("ENV A b c")).toMatchObject({ pairs: [{ key: "A", value: "b c", legacy: true }] });
    expect(only("ENV A='b c' D=\"e f\"")).toMatchObject({
      pairs: [
        { key: "A", value: "'b c'", legacy: false },
        { key: "D", value: '"e f"', legacy: false },
      ],
    });
  });

  it("read HEALTHCHECK's times as nanoseconds", () => {
    expect(only("HEALTHCHECK --interval=1m30s --retries=2 CMD true")).toMatchObject({
      interval: 90e9,
      retries: 2,
      test: ["CMD-SHELL", "true"],
    });
  });
});

describe("mistakes", () => {
  it.each([
    ["", "the Dockerfile cannot be empty"],
    ["# nothing\n", "file with no instructions"],
    ["RUN x", "no build stage in current context"],
    [
      "FROM alpine\nRUNN x",
      "dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)",
    ],
    [
      "FROM alpine\nCOPY --chmood=1 a b",
      "dockerfile parse error on line 2: unknown flag: --chmood (did you mean chmod?)",
    ],
    ["FROM alpine\nENV A=1 B", `Syntax error - can't find = in "B". Must be of the form: name=value`],
    [
      "FROM alpine\nSHELL bash",
      "dockerfile parse error on line 2: SHELL requires the arguments to be in JSON form",
    ],
    ["FROM alpine\nRUN --device= x", "dockerfile parse error on line 2: failed to parse csv devices: EOF"],
    [
      "FROM alpine\nRUN --mount=from=$A,target=/x y",
      "dockerfile parse error on line 2: 'from' doesn't support variable expansion, define alias stage instead",
    ],
    [
      "FROM alpine\nCOPY --link=maybe a b",
      "dockerfile parse error on line 2: expecting boolean value for flag --link, not: maybe",
    ],
    [
      "FROM alpine\nHEALTHCHECK --interval=5 CMD x",
      'dockerfile parse error on line 2: time: missing unit in duration "5"',
    ],
    ["FROM a b", "dockerfile parse error on line 1: FROM requires either one or three arguments"],
  ])("%j is told as BuildKit tells it", (text, message) => {
    expect(parseDockerfile(text).problems[0]?.message).toBe(message);
  });

  it("are all told; those of form come first, as BuildKit finds them first", () => {
    const file = parseDockerfile(lines("FROM alpine", "RNU x", "COPY a", "ENV A", "EXPOSE 80"));
    expect(file.problems.map(({ range }) => range.start.line)).toEqual([4, 2, 3]);
    expect(file.stages[0]?.instructions.map(({ kind }) => kind)).toEqual(["EXPOSE"]);
  });
});

it("a FROM that failed is told once, not with every line after it", () => {
  expect(parseDockerfile("FORM alpine\nRUN a\nRUN b").problems).toHaveLength(1);
  expect(parseDockerfile("RUN a\nRUN b\nFROM alpine").problems).toHaveLength(1);
});

describe("hostile texts", () => {
  const words = fc.constantFrom(
    "FROM",
    "RUN",
    "COPY",
    "ENV",
    "ONBUILD",
    "HEALTHCHECK",
    "EXPOSE",
    "alpine",
    "<<EOF",
    "EOF",
    "--from=",
    "--mount=type=",
    "[",
    '"',
    "'",
    "\\",
    "\n",
    "\r\n",
    "#",
    "# escape=`",
    "`",
    "=",
    ",",
    " ",
    "\t",
    "${",
    "}",
    "\0",
    "\ud800",
    "\u0085",
    "é",
    "\uFEFF",
  );

  it("never make it throw, and every place it names is in the text", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), (parts) => {
        const text = parts.join("");
        const file = parseDockerfile(text);
        const last = Math.max(1, file.lines.length);
        const ranges = [...file.problems, ...file.stages.flatMap(({ instructions: own }) => own)].map(
          ({ range }) => range,
        );
        for (const { start, end } of ranges) {
          expect(start.line).toBeGreaterThanOrEqual(1);
          expect(start.line).toBeLessThanOrEqual(end.line);
          expect(end.line).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never make it throw or loop, however a Dockerfile is bent", () => {
    fc.assert(
      fc.property(mutatedText, (text) => {
        const before = performance.now();
        const file = parseDockerfile(text);
        expect(performance.now() - before).toBeLessThan(1000);
        expect(parseDockerfile(text)).toEqual(file);
        expect(file.stages.length + file.args.length + file.problems.length).toBeGreaterThan(0);
      }),
      runs(2000),
    );
  });

  it("give something for every text: an instruction or a problem", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 200 }), (codes) => {
        const text = String.fromCharCode(...codes);
        const { stages, args, problems } = parseDockerfile(text);
        expect(stages.length + args.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ["a line of a megabyte", `FROM alpine\nRUN ${"x".repeat(1 << 20)}`],
    ["ten thousand instructions", `FROM alpine\n${"RUN x\n".repeat(10_000)}`],
    ["ten thousand continuations", `FROM alpine\nRUN x${" \\\n".repeat(10_000)}`],
    ["ten thousand heredocs", `FROM alpine\nRUN ${"<<A ".repeat(10_000)}\n`],
    ["deep variables", `FROM ${"${".repeat(100_000)}\nENV A=${"${A:-".repeat(10_000)}`],
    ["quotes that do not close", `FROM alpine\nENV ${`A="`.repeat(20_000)}`],
    ["NULs and half characters", `FROM alpine\nRUN ${"\0\ud800".repeat(100_000)}`],
    ["a megabyte of line feeds", "\n".repeat(1 << 20)],
    ["a megabyte of escape characters", `FROM alpine\nRUN ${"\\".repeat(1 << 20)}`],
    ["a hundred thousand comments", `${"# a=b\n".repeat(100_000)}FROM alpine`],
    ["a heredoc of a megabyte", `FROM alpine\nRUN <<A\n${"x\n".repeat(1 << 19)}A`],
    ["a deep ONBUILD", `FROM alpine\n${"ONBUILD ".repeat(10_000)}`],
    ["a deep array", `FROM alpine\nCMD ${"[".repeat(100_000)}`],
    ["a hundred thousand flags", `FROM alpine\nCOPY ${"--x=y ".repeat(100_000)}`],
  ])("end soon: %s", (_, text) => {
    expect(parseDockerfile(text).lines.length).toBeGreaterThan(0);
  });
});
