import { expect, test } from "vitest";
import { formatText } from "./format-text.ts";

/* Each line is what dash 0.5.12 with glibc printed. */
test.each([
  ["%.0f", "0.5", "0"],
  ["%.0f", "1.5", "2"],
  ["%.0f", "2.5", "2"],
  ["%.2f", "0.125", "0.12"],
  ["%.20f", "0.1", "0.10000000000000000555"],
  ["%f", "1e22", "10000000000000000000000.000000"],
  ["%f", "-0", "-0.000000"],
  ["% f", "1", " 1.000000"],
  ["%.0e", "2.5", "2e+00"],
  ["%.1e", "99.96", "1.0e+02"],
  ["%.30e", "1e23", "9.999999999999999161139200000000e+22"],
  ["%g", "22026735544", "2.20267e+10"],
  ["%g", "1.5e-10", "1.5e-10"],
  ["%g", "100000", "100000"],
  ["%g", "1e6", "1e+06"],
  ["%#g", "1e5", "100000."],
  ["%.3g", "0.0001", "0.0001"],
  ["%.17g", "0.1", "0.10000000000000001"],
  ["%010.2f", "-2.5", "-000002.50"],
  ["%.*d", "-1", "0"],
])("printf '%s' %s is %s", (format, word, told) => {
  expect(formatText(format, [word], "dash", () => undefined).text).toBe(told);
});

test("more digits than JavaScript has", () => {
  expect(formatText("%.300f", ["1"], "dash", () => undefined).text).toBe(`1.${"0".repeat(300)}`);
  expect(formatText("%.1075f", ["5e-324"], "dash", () => undefined).text).toMatch(
    /^0\.0{323}4940656458.*656250$/,
  );
  expect(formatText("%.20000s", ["x".repeat(15_000)], "dash", () => undefined).text).toHaveLength(15_000);
});
