import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decompress } from "./decompress.ts";
import { LIMITS } from "./limits.ts";

const from64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64"));
const LINES = Array.from({ length: 60 }, (_, i) => `line ${i}: ${"ab".repeat(i % 7)} aaaaaaaa\n`).join("");
const RUNS = `${"x".repeat(2000)}end\n`;
const NOISE = Uint8Array.from({ length: 120 }, (_, i) => i * 167 + i * i * 31 + (i >> 3) * 77);

/** What the real bzip2 1.0.8 and xz 5.4 made of these texts. */
const samples: Readonly<Record<string, readonly [packed: string, text: string | Uint8Array]>> = {
  bzip2: [
    [
      "QlpoOTFBWSZTWcy3l5EAAk1ZAAQQQAB/8DIlMAEaLIaI9qjKj1GQCU/VVBkGmg0EKqNMEMJ6nAKwK8IdAr0OcFFD",
      "S0tLSiZhTOYhKMc8+OcFCmQBqFJgDKhBgDKhSGQwoUgMQAIAEACAA5jo33123oLrdABu6qtaAuqbeavW227vW229",
      "ts9OQRT2Cv0aSkiShoaSgCiiigwyKMTDDDDDEsIiIiIgAAQeBUTAK4BX8CuAV/i7kinChIZlvLyI",
    ].join(""),
    LINES,
  ],
  "bzip2 -1": ["QlpoMTFBWSZTWTirZFQAAAXBgoAQBgEAQAgAAAggACEkMQhgM6OpSgB4u5IpwoSBxVsioA==", RUNS],
  "bzip2 of nothing": ["QlpoORdyRThQkAAAAAA=", ""],
  "xz --check=crc32": [
    [
      "/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4AXFAMBdADYaSh8IoCZWTwCHmSwAJ9gZJAbiNZhob4CalXAaaek/mwuj",
      "E2Vte2WnQv+0ESJM9TMM6CVtwFscSRHt/EWk9fhC/PODUpT51Nff34XzurazwreU8Xy+FBfXI68NvMpeYaY/R/+J",
      "eJL25wZTAylfYPMHrUHZEWR/IIU6EUSulO2Il8g/0AXCM3OIsPxxoU+ZEBaIGJKtKAt4pFSmUYsGvUnaHKFSOyPK",
      "TmYErthCDotwMcJmDUPQsEanJaKWT4gZLwAzYphcAAHYAcYLAAAUPStfPjANiwIAAAAAAVla",
    ].join(""),
    LINES,
  ],
  xz: [
    [
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AXFAMBdADYaSh8IoCZWTwCHmSwAJ9gZJAbiNZhob4CalXAaaek/mwuj",
      "E2Vte2WnQv+0ESJM9TMM6CVtwFscSRHt/EWk9fhC/PODUpT51Nff34XzurazwreU8Xy+FBfXI68NvMpeYaY/R/+J",
      "eJL25wZTAylfYPMHrUHZEWR/IIU6EUSulO2Il8g/0AXCM3OIsPxxoU+ZEBaIGJKtKAt4pFSmUYsGvUnaHKFSOyPK",
      "TmYErthCDotwMcJmDUPQsEanJaKWT4gZLwDxjSbrvRGUlwAB3AHGCwAAAn+6xLHEZ/sCAAAAAARZWg==",
    ].join(""),
    LINES,
  ],
  "xz --check=sha256": [
    [
      "/Td6WFoAAArh+wyhAgAhARYAAAB0L+Wj4AXFAMBdADYaSh8IoCZWTwCHmSwAJ9gZJAbiNZhob4CalXAaaek/mwuj",
      "E2Vte2WnQv+0ESJM9TMM6CVtwFscSRHt/EWk9fhC/PODUpT51Nff34XzurazwreU8Xy+FBfXI68NvMpeYaY/R/+J",
      "eJL25wZTAylfYPMHrUHZEWR/IIU6EUSulO2Il8g/0AXCM3OIsPxxoU+ZEBaIGJKtKAt4pFSmUYsGvUnaHKFSOyPK",
      "TmYErthCDotwMcJmDUPQsEanJaKWT4gZLwApW2KxQvLCj3CetnNbA7BSEyGNviCcvgz4QA7j1GD2VwAB9AHGCwAA",
      "WfhFL7bp3xwCAAAAAApZWg==",
    ].join(""),
    LINES,
  ],
  "xz --check=none": [
    [
      "/Td6WFoAAAD/EtlBAgAhARYAAAB0L+Wj4AXFAMBdADYaSh8IoCZWTwCHmSwAJ9gZJAbiNZhob4CalXAaaek/mwuj",
      "E2Vte2WnQv+0ESJM9TMM6CVtwFscSRHt/EWk9fhC/PODUpT51Nff34XzurazwreU8Xy+FBfXI68NvMpeYaY/R/+J",
      "eJL25wZTAylfYPMHrUHZEWR/IIU6EUSulO2Il8g/0AXCM3OIsPxxoU+ZEBaIGJKtKAt4pFSmUYsGvUnaHKFSOyPK",
      "TmYErthCDotwMcJmDUPQsEanJaKWT4gZLwAAAdQBxgsAAG/96SioAAr8AgAAAAAAWVo=",
    ].join(""),
    LINES,
  ],
  "xz --lzma2=lc=1,lp=3,pb=0": [
    [
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AXFANIcADYbHRTfEj72tqcjrhtHAahJfIcGWJ9/kTi+OhksQblSg9ct",
      "gImeN37ns3kJmkXteG9LdUdQngJ74WnniPer8d2zJBwx4ILuk8CqwJbwBrQ3lYm3bAeGR5oKPZeZJdIB5hM9KUJ5",
      "m9AFB18aU3o6Ngkhq/REg4Im6hm0v4xj2CZkTmm1+bEfySZ1TIe2T4zAHUq8vk9hUwuUdKpeOpWZUWNbj2fYDewG",
      "G2YZyE18AyVuGyzXaKNu3ROm3m0PDafHpHQed5SADz7r6zr/4nraS6OllgAAAPGNJuu9EZSXAAHuAcYLAACk2QiN",
      "scRn+wIAAAAABFla",
    ].join(""),
    LINES,
  ],
  "xz -0 --block-size=300": [
    [
      "/Td6WFoAAATm1rRGAgAhAQwAAACPmEGc4AErAERdADYaSh8IoCZWTbG+L5IbqsfUNCvFmji1jEHyVwk1UwMNP5Ke",
      "SfgaB3SbsOoFH1nR4spL2zyNcxs3jZW52ZJFudedMKAAAFAxsusPVC+6AgAhAQwAAACPmEGc4AErAEldADDqfo3a",
      "/OJOMwWueXAHHsTzyqt7HGBKYmQCjUD7bLKezdxlE6KBuj5XexduUQo3Ewu0XNylG9k37A2PBdwf4fISZS9V2lng",
      "wQAAAAAAZIf4B0dHqx4CACEBDAAAAI+YQZzgASsASl0AMJg9RpwUT8TAhAh0EhPSefSyqyn6Q/HSLYpZYk6yQVNj",
      "sXMjBvQo/QY9a3F8a3wg5xMdVeUWpcU2v77OQJXaqCCNAMPogGvRmgAAAAA6oAwMy03RtQIAIQEMAAAAj5hBnOAB",
      "KwBKXQAw6H6N2vziTjMIhrvW4BLegkRF1V9VGSkWwFmtuzXu1T4DoVvo5ZwiRH51kkQaTojDqN3nYp3gT9wAG/nN",
      "OJuof7FkhadEOM6MIAAAAFadUeAV3B+xAgAhAQwAAACPmEGc4AEVAEFdADEYXQRAYeUFQ0EQgI+D7xtoGOVEOZtq",
      "M8DOJxywb6W0ZvD48fVUHDFDvPdANMBFFwLDUBVi/9T7Kgrx1r1UwuAAAAAAAJuOXYMp18csAAVgrAJlrAJmrAJm",
      "rAJdlgIAAAD/CaIcCfRi5gUAAAAABFla",
    ].join(""),
    LINES,
  ],
  "xz of a run": [
    [
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AfTABZdADxv+7/+o7Fe5fg/sqgdTsrm2cAaAAAAAAB6WwU5NuhYKQAB",
      "MtQPAAAAtLvxrrHEZ/sCAAAAAARZWg==",
    ].join(""),
    RUNS,
  ],
  "xz of nothing": ["/Td6WFoAAATm1rRGAAAAABzfRCEftvN9AQAAAAAEWVo=", ""],
  "xz of noise": [
    [
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQB3AMbKDIxKRoBF++8hkT8rVQqwlLYWtJCqT+W5yxupdX8Uml5goB7a",
      "1FnPg3WlE7+pHoQoCiqIJP5juU0fL30J0yhu8rS08m4obaMXybnnU/0yWLxePly4UneN4XNDUZ0nPEKGCMjGAnyB",
      "d6sdzbvnUUYsULJSMEymALo3M8AtAaunAAGQAXgAAABdY9hNscRn+wIAAAAABFla",
    ].join(""),
    NOISE,
  ],
};
const XZ_WITH_X86_FILTER =
  "/Td6WFoAAATm1rRGAgEEACEBFgANhjUfAQAEaGVsbG8AAAAAsTe52+XaHpsAAR0FuC2Arx+2830BAAAAAARZWg==";

const packedOf = (name: string): Uint8Array => from64(samples[name]?.[0] ?? "");

test.each(Object.entries(samples))("%s", (_, [packed, text]) => {
  const out = decompress(from64(packed));
  expect(Buffer.from(out instanceof Uint8Array ? out : [])).toEqual(Buffer.from(text));
});

test.each(["bzip2", "xz"])("%s: several streams make one file", (name) => {
  const one = packedOf(name);
  const padding = name === "xz" ? [0, 0, 0, 0] : [];
  const out = decompress(Uint8Array.from([...one, ...padding, ...one]));
  expect(Buffer.from(out as Uint8Array).toString()).toBe(LINES + LINES);
});

test("what Drydock cannot open is said", () => {
  expect(() => decompress(from64(XZ_WITH_X86_FILTER))).toThrow(/filter/);
  expect(() => decompress(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd))).toThrow(/zstd/);
});

describe.each(Object.keys(samples))("%s", (name) => {
  const packed = packedOf(name);
  const right = decompress(packed) as Uint8Array;

  test("cut off anywhere it is refused", () => {
    for (let end = 6; end < packed.length; end++)
      expect([end, decompress(packed.subarray(0, end))]).toMatchObject([end, { limit: false }]);
  });

  test("with any one byte changed it is refused, or gives the same", () => {
    for (let at = 6; at < packed.length; at++) {
      const bent = packed.slice();
      bent[at] = (bent[at] ?? 0) ^ 0x15;
      let out: unknown;
      try {
        out = decompress(bent, { ...LIMITS, unpacked: 1_000_000 });
      } catch (error) {
        expect(String(error)).toMatch(/NOT_SIMULATED/);
        continue;
      }
      // Without a check xz cannot know.
      if (out instanceof Uint8Array && name !== "xz --check=none")
        expect([at, Buffer.from(out)]).toEqual([at, Buffer.from(right)]);
    }
  });
});

test("bytes that only begin right are refused, whatever they are", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("bzip2", "xz", "xz of noise"),
      fc.nat(80),
      fc.uint8Array({ maxLength: 400 }),
      (name, kept, rest) => {
        const begin = packedOf(name).subarray(0, 6 + kept);
        try {
          decompress(Uint8Array.from([...begin, ...rest]));
        } catch (error) {
          expect(String(error)).toMatch(/NOT_SIMULATED/);
        }
      },
    ),
    { numRuns: 500 },
  );
});

const TOOLS = ["bzip2", "xz"].filter((tool) => spawnSync(tool, ["--version"], { input: "" }).status === 0);

test.runIf(TOOLS.length > 0).each(TOOLS)("%s of a bomb stops early", (tool) => {
  const bomb = execFileSync(tool, ["-c"], { input: Buffer.alloc(40_000_000) });
  const refused = { error: "more than 200 times its packed size", limit: true };
  expect(decompress(Uint8Array.from(bomb))).toEqual(refused);
  const limits = { ...LIMITS, ratio: 1e9, unpacked: 2_000_000 };
  expect(decompress(Uint8Array.from(bomb), limits)).toMatchObject({ limit: true });
});

test.runIf(TOOLS.length > 0).each(TOOLS)("%s of whatever it is given is read back", (tool) => {
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }),
    fc.tuple(fc.nat(255), fc.nat(70_000)).map(([byte, count]) => new Uint8Array(count).fill(byte)),
    fc
      .tuple(fc.uint8Array({ maxLength: 40 }), fc.nat(2000))
      .map(([word, count]) => Uint8Array.from(Buffer.concat(Array<Uint8Array>(count).fill(word)))),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom("-1", "-9"), (parts, level) => {
      const input = Buffer.concat(parts);
      const out = decompress(Uint8Array.from(execFileSync(tool, ["-c", level], { input })), {
        ...LIMITS,
        ratio: 1e9,
      });
      expect(out instanceof Uint8Array && Buffer.compare(out, input)).toBe(0);
    }),
    { numRuns: 25 },
  );
});
