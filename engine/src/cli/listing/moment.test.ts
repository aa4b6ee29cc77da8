import { expect, test } from "vitest";
import { moment } from "./moment.ts";

const NOW = Date.UTC(2026, 10, 2, 8);

test("a moment is a date with or without a zone, seconds since 1970, or how long ago", () => {
  expect(moment("2026-11-02T07:30:00Z", NOW)).toBe(Date.UTC(2026, 10, 2, 7, 30));
  expect(moment("2026-11-02T07:30:00+02:00", NOW)).toBe(Date.UTC(2026, 10, 2, 5, 30));
  expect(moment("2024-02-29", NOW)).toBe(Date.UTC(2024, 1, 29));
  expect(moment("1700000000", NOW)).toBe(1_700_000_000_000);
  expect(moment("1h30m", NOW)).toBe(NOW - 5_400_000);
  expect(moment("yesterday", NOW)).toBeUndefined();
});
