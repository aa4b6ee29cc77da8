import { describe, expect, test } from "vitest";
import { complaints } from "./replay/complaints.ts";
import { checkTty } from "./tty/check-tty.ts";

describe("recorded sessions at a terminal", async () => {
  for (const { rows, text, print } of await checkTty()) {
    const title: string = rows[0]?.id ?? "";
    test(title, () => {
      expect(complaints(rows)).toBe("");
      expect(print(({ known }) => known)).toBe(text);
    });
  }
});
