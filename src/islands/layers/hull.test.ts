import { describe, expect, it } from "vitest";
import { hull, type Plate } from "./hull.ts";

const plate = (size: number, name: string): Plate => ({ size, name, amount: `${size} B`, kind: "layer" });
const heights = (html: string): number[] =>
  [...html.matchAll(/<div class="p2[^"]*" style="height:(\d+)px"/g)].map((match) => Number(match[1]));
const places = (html: string): number[] =>
  [...html.matchAll(/<li style="bottom:([\d.]+)px"/g)].map((match) => Number(match[1]));

describe("the hull", () => {
  it("draws to scale, and what is too thin with three pixels", () => {
    const [large = 0, half = 0, thin = 0] = heights(
      hull([plate(80e6, "a"), plate(40e6, "b"), plate(10, "c")], 300),
    );
    expect(large / half).toBeCloseTo(2, 1);
    expect(thin).toBe(3);
    expect(large + half + thin).toBeLessThanOrEqual(300);
  });

  it("keeps names apart and inside, however many layers are thin", () => {
    const html = hull(
      [plate(1e8, "base"), ...Array.from({ length: 9 }, (_, at) => plate(at, `thin ${at}`))],
      150,
    );
    const height = Number(/class="hull" style="height:(\d+)px"/.exec(html)?.[1]);
    const at = places(html);
    for (let index = 1; index < at.length; index += 1)
      expect((at[index] ?? 0) - (at[index - 1] ?? 0)).toBeGreaterThanOrEqual(21.9);
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(at.at(-1)).toBeLessThanOrEqual(height);
  });

  it("writes a learner's text as text", () => {
    expect(hull([plate(1, '<img src=x onerror="alert(1)">')], 100)).not.toContain("<img");
  });

  it("draws an image without a byte", () => {
    expect(heights(hull([plate(0, "WORKDIR /")], 100))).toEqual([3]);
  });
});
