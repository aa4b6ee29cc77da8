import { expect, test } from "vitest";
import { readTranscript } from "./read-transcript.ts";
import type { Transcript } from "./transcript.ts";
import { writeTranscript } from "./write-transcript.ts";

const known = new Map();
const command = { kind: "command", line: "true", stdout: "", stderr: "", exitCode: 0, known } as const;

test.each<[what: string, steps: Transcript["steps"]]>([
  ["empty lines, last and only", [place("a\n\n\nb\n\n"), place("\n\n"), place(""), command]],
  ["no last line end", [place("a\n b"), { ...command, stdout: "x\n\ny", stderr: "\n" }]],
  [
    "control characters and marks",
    [place("a\r\n\u001b[31m| b\n\\\n# c\n"), { ...command, stdout: "\u001b[0m\n\\\n~ x: y\n" }],
  ],
  ["a path with blanks", [{ kind: "mv", path: "my file", to: '"b"' }]],
  [
    "a tar",
    [
      {
        kind: "place",
        path: "x.tar",
        file: {
          kind: "tar",
          members: [
            ["d/", ""],
            ["d/f g", "1\n"],
          ],
          uid: 7,
          gid: 8,
          gzip: true,
        },
      },
    ],
  ],
  [
    "an image",
    [
      {
        kind: "image",
        reference: "t",
        known: new Map([["config", "because: so"]]),
        expected: {
          base: "busybox:latest",
          author: "Jo <jo@x.org>",
          config: { Cmd: ["a b"] },
          history: [{ createdBy: "RUN <<E\necho\nE", comment: "", empty: true }],
          layers: [
            undefined,
            { members: [] },
            {
              digest: "sha256:ab",
              members: [
                { path: "my dir", type: "dir", mode: "0755", uid: 0, gid: 1, old: true },
                {
                  path: "f",
                  type: "file",
                  mode: "4755",
                  uid: 0,
                  gid: 0,
                  old: false,
                  content: { text: 'a "b"\n' },
                },
                {
                  path: "g",
                  type: "file",
                  mode: "0644",
                  uid: 0,
                  gid: 0,
                  old: true,
                  link: "a b",
                  content: { size: 1, sha256: "ab" },
                },
                { path: "h", type: "file", mode: "0644", uid: 0, gid: 0, old: true },
              ],
            },
          ],
        },
      },
    ],
  ],
])("what is written is read again: %s", (title, steps) => {
  const transcript = { title, steps };
  expect(readTranscript("t", writeTranscript(transcript))).toEqual(transcript);
});

test("what is no line of a transcript is told with its place", () => {
  expect(() => readTranscript("a/b.txt", "# t\n$ true\n% what\n")).toThrow(
    "a/b.txt:3: not a line of a transcript: % what",
  );
  expect(() => readTranscript("a/b.txt", "# t\n$ true\n~ stdin: no\n")).toThrow(
    "a/b.txt:3: a known difference is",
  );
});

function place(text: string): Transcript["steps"][number] {
  return { kind: "place", path: "f", file: { kind: "text", text } };
}
