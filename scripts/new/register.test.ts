import { expect, it } from "vitest";
import { register } from "./register.ts";

it("adds one import after the others and one name at the end of the list", () => {
  const index =
    'import type { Unit } from "../unit.ts";\nimport { one } from "./one.ts";\n\nexport const units: readonly Unit[] = [\n  one,\n];\n';
  expect(register(index, "two-three")).toBe(
    'import type { Unit } from "../unit.ts";\nimport { one } from "./one.ts";\nimport { twoThree } from "./two-three.ts";\n\nexport const units: readonly Unit[] = [\n  one,\n  twoThree,\n];\n',
  );
});

it("refuses a file that holds no list", () => {
  expect(() => register("export {};\n", "x")).toThrow(/no list/);
});
