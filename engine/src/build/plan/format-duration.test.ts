import { expect, test } from "vitest";
import { formatDuration } from "./format-duration.ts";

test.each([
  [0, "0s"],
  [1, "1ns"],
  [999, "999ns"],
  [1_000, "1µs"],
  [1_050, "1.05µs"],
  [1_000_000, "1ms"],
  [1_200_300, "1.2003ms"],
  [1_000_000_000, "1s"],
  [1_500_000_000, "1.5s"],
  [10_000_000_000, "10s"],
  [60_000_000_000, "1m0s"],
  [90_000_000_001, "1m30.000000001s"],
  [3_600_000_000_000, "1h0m0s"],
  [-1_500_000, "-1.5ms"],
])("%i nanoseconds are %s", (nanoseconds, text) => expect(formatDuration(nanoseconds)).toBe(text));
