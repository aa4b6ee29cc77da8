import { expect, test } from "vitest";
import { humanSize } from "./size.ts";

test.each([
  [0, "0B"],
  [10, "10B"],
  [999, "999B"],
  [1000, "1kB"],
  [1_024, "1.02kB"],
  [683_000, "683kB"],
  [999_499, "999kB"],
  [999_600, "1e+03kB"],
  [1_982_520, "1.98MB"],
  [74_400_000, "74.4MB"],
  [144_000_000, "144MB"],
  [1_100_000_000, "1.1GB"],
  [8_190, "8.19kB"],
  [1_000_000_000_000, "1TB"],
])("%d bytes are %s", (bytes, text) => {
  expect(humanSize(bytes)).toBe(text);
});

test("docker system df asks for four digits", () => {
  expect(humanSize(1_982_523, 4)).toBe("1.983MB");
  expect(humanSize(999_960, 4)).toBe("1000kB");
});
