import { describe, expect, test } from "vitest";
import { complaints } from "./replay/complaints.ts";
import { checkTty } from "./tty/check-tty.ts";

describe("recorded sessions at a terminal", async () => {
  for (const { rows, text, print } of await checkTty()) {
    test.each([rows[0]?.id])("%s", () => {
      expect(complaints(rows)).toBe("");
      expect(print(({ known }) => known)).toBe(text);
    });
  }
});
