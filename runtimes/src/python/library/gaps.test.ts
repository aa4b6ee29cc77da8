import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL("./", import.meta.url);
const modules = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".py"),
);

/** Names that a module may say that something is not simulated by. */
const brings = /^\s*(?:from [\w.]+ import .*\bgap\b|def gap\b)/m;

it("whoever says that something is not simulated can say so", () => {
  const mute = modules.filter((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    return (
      /(?<![\w.])gap\(/.test(text) && !brings.test(text) && !/^from [\w.]+ import \($[^)]*\bgap\b/m.test(text)
    );
  });
  expect(modules.length).toBeGreaterThan(100);
  expect(mute).toEqual([]);
});
