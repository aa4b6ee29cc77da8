import { expect, test } from "vitest";
import { isGitSource, isUrlSource } from "./remote-source.ts";

test.each<[source: string, kind: "git" | "url" | "path"]>([
  ["git@github.com:a/b.git", "git"],
  ["me_2@host-1.example:path", "git"],
  ["ssh://host/a", "git"],
  ["GIT://host/a", "git"],
  ["https://host/a.git", "git"],
  ["http://host/a.git#main", "git"],
  ["https://host/a.git?x=1", "git"],
  ["https://host/a.github", "url"],
  ["https://host/a?b=.git", "url"],
  ["http://host/a.tar", "url"],
  ["HTTPS://host/a.tar", "path"],
  ["github.com/a/b", "path"],
  ["a/https://x", "path"],
  ["x://git@host:a", "path"],
  ["-git://host/a", "path"],
  ["a b@host:path", "path"],
  ["@host:path", "path"],
])("%s is a %s", (source, kind) => {
  expect([isGitSource(source), isUrlSource(source)]).toEqual([kind === "git", kind === "url"]);
});
