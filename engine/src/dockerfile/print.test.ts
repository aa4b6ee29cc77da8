import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dockerfileText, runs } from "../../testing/dockerfile-text.ts";
import type { Dockerfile } from "./dockerfile.ts";
import { parseDockerfile } from "./parse.ts";
import { printDockerfile } from "./print.ts";

/** All that a Dockerfile says, without the places where it stands. */
function said({ directives, escape, args, stages }: Dockerfile): unknown {
  const value = { directives, escape, args, stages };
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) => (key === "range" || key === "line" ? undefined : each)),
  );
}

const again = (text: string): string => printDockerfile(parseDockerfile(text));

test("one instruction a line, comments above, heredocs below, a line before every stage", () => {
  const text = `# syntax=docker/dockerfile:1
# check=skip=all

arg A=1
FROM a AS one
  RUN a \\
    # inside
    && b

# why
COPY --chown=1:1 <<one <<-'two' /d/
$A
one
	x
	two
FROM one
CMD ["a",   "b"]`;
  expect(again(text)).toBe(`# syntax=docker/dockerfile:1
# check=skip=all

arg A=1

FROM a AS one
RUN a     && b
# why
COPY --chown=1:1 <<one <<-'two' /d/
$A
one
	x
two

FROM one
CMD ["a",   "b"]
`);
});

describe("says the same when it is read again", () => {
  test.each([
    ["a comment like a directive", "\n# escape=`\nFROM a\nRUN b \\\n c"],
    ["a line that is no directive for the frontend", "  # escape=`\nFROM a\nRUN b `\n c"],
    ["directives below a shell's line", "#!/usr/bin/env docker\n# escape=`\n# hm\nFROM a\nRUN b \\\n c"],
    ["an escape character at the very end", "FROM a\nRUN b\\ \\"],
    ["an escape character before odd white space", "FROM a\nRUN b\\\f\nRUN c"],
    ["a trigger that ends in white space", "FROM a\nONBUILD RUN b  \nONBUILD RUN c\\ \\"],
    ["a trigger with a heredoc", "FROM a\nONBUILD RUN <<A cat  \nx\nA\nRUN b"],
    ["a comment that was indented", "FROM a\n  # b\nRUN c"],
    ["a long instruction", `FROM a\nRUN ${`${"x ".repeat(9_999)}\\\\  # é\\\n`.repeat(9)}y`],
    ["CRLF, also in a heredoc", "FROM a\r\nRUN <<A\r\nb\r\nA\r\nRUN c\r\n"],
    ["nothing", ""],
    ["arguments alone", "ARG A\n# b\nARG B"],
  ])("%s", (_, text) => {
    const printed = again(text);
    expect(said(parseDockerfile(printed))).toEqual(said(parseDockerfile(text)));
    expect(again(printed)).toBe(printed);
  });

  test("whatever is written", () => {
    fc.assert(
      fc.property(dockerfileText, (text) => {
        const read = parseDockerfile(text);
        const printed = printDockerfile(read);
        const reread = parseDockerfile(printed);
        expect(said(reread)).toEqual(said(read));
        if (read.problems.length === 0) expect(reread.problems).toEqual([]);
        expect(printDockerfile(reread)).toBe(printed);
      }),
      runs(1500),
    );
  });
});
