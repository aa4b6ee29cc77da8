/** The recorded sessions at a terminal as a test that does all its work when it runs. */
import { expect, test } from "vitest";
import { complaints } from "../../../engine/testing/replay/complaints.ts";
import { checkTty } from "../../../engine/testing/tty/check-tty.ts";

test("recorded sessions at a terminal", async () => {
  expect(complaints((await checkTty()).flatMap(({ rows }) => rows))).toBe("");
});
