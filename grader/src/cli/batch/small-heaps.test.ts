import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const MODULE = new URL("small-heaps.ts", import.meta.url).href;
/* Objects that outlive a few collections are what makes V8 give young ones more and more room. */
const WORK = `
  import { getHeapSpaceStatistics } from "node:v8";
  const held = [];
  for (let i = 0; i < 4e6; i++) {
    held.push({ i });
    if (held.length > 400_000) held.splice(0, 200_000);
  }
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
  console.log(Math.round(young.space_size / 1e6));
`;
const megabytes = (before: string): number =>
  Number(
    spawnSync(process.execPath, ["--input-type=module", "-e", before + WORK], { encoding: "utf8" }).stdout,
  );

test("room for young objects does not grow while a class is graded", () => {
  const small = megabytes(`import { keepHeapsSmall } from ${JSON.stringify(MODULE)}; keepHeapsSmall();`);
  expect(small).toBeGreaterThan(0);
  expect(small).toBeLessThan(12);
  expect(megabytes("")).toBeGreaterThan(2 * small);
});
