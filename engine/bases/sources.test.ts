import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const facts = new URL("../../scripts/bases/facts/", import.meta.url);
const read = (path: string | URL): Record<string, unknown> =>
  JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
const said = (value: unknown): boolean => typeof value === "string" && value.length > 10;

/** Where a figure comes from stands in the file that has it: nobody believes one without. */
test.each(["packages", "layers"])("every file of %s says where its figures come from", (folder) => {
  const names = readdirSync(new URL(folder, import.meta.url));
  expect(names.length).toBeGreaterThan(10);
  const silent = names.filter((name) => !said(read(new URL(`${folder}/${name}`, import.meta.url)).source));
  expect(silent).toEqual([]);
});

test("every base image's figures have sources among the facts", () => {
  const { images } = read(new URL("images.json", facts)) as {
    images: { ref: string; sources: string[]; layers: { unpackedBytes?: number; unpackedApprox?: boolean }[] }[];
  };
  const named = readdirSync(new URL("images", import.meta.url));
  const known = images.filter(({ layers }) => layers.length > 0);
  expect(known.length).toBeGreaterThanOrEqual(named.length);
  expect(known.filter(({ sources }) => sources.length === 0 || !sources.every(said)).map(({ ref }) => ref)).toEqual([]);
  // A size that nobody has measured says so.
  const vague = known.filter(({ layers }) => layers.some((it) => it.unpackedApprox === undefined));
  expect(vague.map(({ ref }) => ref)).toEqual([]);
});

test("every file of facts is told of in the README, with what made it", () => {
  const readme = readFileSync(new URL("../README.md", facts), "utf8");
  const pattern = (name: string): string =>
    name.replace(/-(?:trixie|bookworm|noble)(?=\.json$)/, "-SUITE").replace(/-\d+\.\d+(?=\.json$)/, "-X.Y");
  const untold = readdirSync(facts).filter((name) => !readme.includes(`\`${pattern(name)}\``) && !readme.includes(name));
  expect(untold).toEqual([]);
});
