import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BaseContainer } from "../../../../testing/base-container.ts";
import { readDpkgStatus } from "../dpkg-status.ts";
import { aptCatalogue } from "./apt-catalogue.ts";
import { planInstall } from "./plan-install.ts";

/** What apt itself said it would install, for each name and both ways. */
interface Recorded {
  requested: Record<string, { without: string[] | string; with: string[] | string }>;
}

describe.each([
  ["trixie", "debian:trixie-slim"],
  ["bookworm", "debian:bookworm-slim"],
  ["noble", "ubuntu:24.04"],
])("planInstall on %s", (suite, base) => {
  const path = new URL(`../../../../../scripts/bases/facts/apt-${suite}.json`, import.meta.url);
  const { requested } = JSON.parse(readFileSync(path, "utf8")) as Recorded;
  const { files } = new BaseContainer(base);
  const catalogue = aptCatalogue(files);
  const installed = new Map((readDpkgStatus(files) ?? []).map((it) => [it.name, it]));
  const held = Object.entries(requested).filter(([name]) => catalogue?.find(name) && !installed.has(name));
  const plan = (name: string, recommends: boolean): string[] =>
    catalogue
      ? planInstall(catalogue, [name], installed, recommends)
          .packages.map((it) => it.name)
          .sort()
      : [];

  it("takes without recommends what apt takes, for every name", () => {
    expect(held.length).toBeGreaterThan(60);
    const wrong = held.filter(
      ([name, { without }]) =>
        typeof without !== "string" && plan(name, false).join() !== [...without].sort().join(),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it("takes with recommends what apt takes, for nine names in ten where the catalogue holds it all", () => {
    const small = held.filter(([, lists]) => typeof lists.with !== "string" && lists.with.length <= 100);
    const equal = small.filter(([name, lists]) => {
      try {
        return typeof lists.with !== "string" && plan(name, true).join() === [...lists.with].sort().join();
      } catch {
        return false;
      }
    });
    expect(equal.length / small.length).toBeGreaterThan(0.9);
  });
});
