import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bringCatalogues } from "../../../../bases/catalogues.ts";
import type { Kernel } from "../../process.ts";
import { idealTree, reachable } from "./ideal-tree.ts";

bringCatalogues();
const kernel = { spend: () => {} } as unknown as Kernel;
const path = new URL("../../../../../scripts/bases/facts/npm-trees.json", import.meta.url);
const { trees } = JSON.parse(readFileSync(path, "utf8")) as {
  trees: Record<string, { packages: Record<string, { version: string }> }>;
};
const askedOf = (line: string): Record<string, string> =>
  Object.fromEntries(line.split(" ").map((one) => /^(.+?)(?:@(.*))?$/.exec(one)?.slice(1, 3) ?? [one, ""]));

describe("idealTree", () => {
  it.each(Object.keys(trees))("puts %s and all it needs where npm put them", (line) => {
    const placed = idealTree(kernel, askedOf(line)).map(({ path: at, it: { version } }) => [
      at.slice("node_modules/".length),
      version,
    ]);
    const measured = Object.entries(trees[line]?.packages ?? {}).map(([at, { version }]) => [at, version]);
    expect(Object.fromEntries(placed)).toEqual(Object.fromEntries(measured));
  });

  it("puts a version that would be in the way below who asks for it", () => {
    const paths = idealTree(kernel, { express: "^4.19.2", debug: "^4.4.0" }).map((one) => one.path);
    expect(paths).toContain("node_modules/debug");
    expect(paths).toContain("node_modules/express/node_modules/debug");
  });

  it("tells what is there for production alone", () => {
    const tree = idealTree(kernel, { ms: "^2.1.0", express: "^4.19.2" });
    expect([...reachable(tree, ["ms"])]).toEqual(["node_modules/ms"]);
    expect(reachable(tree, ["express"]).size).toBe(71);
  });
});
