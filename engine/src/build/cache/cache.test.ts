import { expect, test } from "vitest";
import fc from "fast-check";
import { smallImage } from "../../../testing/small-image.ts";
import { type BuildCache, type CachedResult, emptyCache } from "./cache.ts";

const { tree } = smallImage();
const result = (id: string): CachedResult => ({
  id,
  tree,
  step: undefined as unknown as CachedResult["step"],
  cost: 0,
  created: 0,
  parent: undefined,
  layer: undefined,
});

test("every version keeps what it had, however versions branch", () => {
  const write = fc.record({ from: fc.nat(20), key: fc.constantFrom("a", "b", "c", "d") });
  fc.assert(
    fc.property(fc.array(write, { maxLength: 40 }), (writes) => {
      const versions: { cache: BuildCache; model: ReadonlyMap<string, CachedResult> }[] = [
        { cache: emptyCache, model: new Map() },
      ];
      writes.forEach(({ from, key }, i) => {
        const base = versions[from % versions.length];
        if (!base) return;
        const value = result(String(i));
        versions.push({ cache: base.cache.with(key, value), model: new Map(base.model).set(key, value) });
      });
      for (const { cache, model } of versions) {
        for (const key of ["a", "b", "c", "d"]) expect(cache.get(key)).toBe(model.get(key));
        expect(cache.size).toBe(model.size);
        expect(new Set(cache.results())).toEqual(new Set(model.values()));
      }
    }),
  );
});
