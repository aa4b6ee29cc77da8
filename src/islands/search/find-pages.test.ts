import { expect, it } from "vitest";
import { findPages, type SearchEntry } from "./find-pages.ts";

const entry = (title: string, said = "", words = ""): SearchEntry => ({
  kind: "Page",
  title,
  said,
  href: `/${title}`,
  words,
});
const entries = [
  entry("docker build", "Start a build", "--no-cache --secret"),
  entry("Order for the cache", "Put what changes rarely first", "docker build requirements.txt"),
  entry("CopyIgnoredFile", "A COPY of what .dockerignore leaves out"),
  entry("docker builder prune", "Remove build cache"),
];
const titles = (question: string): readonly string[] =>
  findPages(entries, question).map(({ title }) => title);

it.each([
  ["cache", ["Order for the cache", "docker builder prune"]],
  ["docker build", ["docker build", "docker builder prune", "Order for the cache"]],
  ["--no-cache", ["docker build"]],
  ["ignored", ["CopyIgnoredFile"]],
  [".dockerignore", ["CopyIgnoredFile"]],
  ["BUILD order", ["Order for the cache"]],
  ["cache nowhere", []],
  ["  ", []],
  ["(.*)+$ [", []],
])("%s", (question, found) => {
  expect(titles(question)).toEqual(found);
});
