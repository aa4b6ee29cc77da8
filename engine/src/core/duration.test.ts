import { expect, test } from "vitest";
import { humanDuration } from "./duration.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

test.each([
  [0.9, "Less than a second"],
  [1, "1 second"],
  [59.9, "59 seconds"],
  [60, "About a minute"],
  [119, "About a minute"],
  [120, "2 minutes"],
  [HOUR - 1, "59 minutes"],
  [HOUR, "About an hour"],
  [1.4 * HOUR, "About an hour"],
  [1.5 * HOUR, "2 hours"],
  [47.4 * HOUR, "47 hours"],
  [47.5 * HOUR, "2 days"],
  [13 * DAY, "13 days"],
  [14 * DAY, "2 weeks"],
  [59 * DAY, "8 weeks"],
  [60 * DAY, "2 months"],
  [729 * DAY, "24 months"],
  [730 * DAY, "2 years"],
])("%d seconds are %s", (seconds, text) => {
  expect(humanDuration(seconds)).toBe(text);
});
