import { describe, expect, test } from "vitest";
import type { CheckedFile } from "../replay/checked.ts";
import { complaints } from "../replay/complaints.ts";

/** Makes one test of each case, and one that says that the files are as they would be written. */
export function testCases(files: readonly CheckedFile[]): void {
  for (const { group, rows, text, print } of files) {
    describe(`recorded ${group}`, () => {
      test.each(rows)("$id", (row) => expect(complaints([row])).toBe(""));
      test("is as it would be written", () => expect(print(({ known }) => known)).toBe(text));
    });
  }
}
