import type { BlackBox } from "../src/shell/black-boxes/black-box.ts";

const author = "Ada Lovelace <ada@example.org>";
const file = (text: string, executable = false): { text: string; executable: boolean } => ({
  text,
  executable,
});

/** A small history with two branches, an annotated tag and a lightweight one; git gives its commits the ids that the tests name. */
export const harbour: BlackBox = {
  name: "https://github.com/example/harbour.git",
  sources: {},
  runs: [],
  repository: {
    url: "https://github.com/example/harbour.git",
    head: "main",
    commits: [
      {
        name: "begin",
        parents: [],
        author,
        time: Date.UTC(2026, 0, 5, 10) / 1000,
        zone: "+0000",
        message: "Begin",
        files: {
          README: file("hello\n"),
          "run.sh": file("#!/bin/sh\necho tide\n", true),
          "docs/a.md": file("a\n"),
        },
      },
      {
        name: "more",
        parents: ["begin"],
        author,
        time: Date.UTC(2026, 1, 1, 8, 30) / 1000,
        zone: "+0100",
        message: "Say more\n\nWith a body.",
        files: { README: file("hello\nmore\n") },
      },
      {
        name: "develop",
        parents: ["more"],
        author,
        time: Date.UTC(2026, 2, 1) / 1000,
        zone: "+0000",
        message: "Develop",
        files: { "dev.txt": file("dev\n"), "docs/a.md": null },
      },
    ],
    branches: { main: "more", dev: "develop" },
    tags: { light: { commit: "more" }, "v1.0": { commit: "begin", message: "Version 1.0" } },
  },
};
