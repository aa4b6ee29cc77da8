import { expect, test } from "vitest";
import { SameIds } from "./same-ids.ts";

test("ids may have other numbers, but equal ones stay equal and no others become so", () => {
  const ids = new SameIds();
  expect(ids.check("<id 1> <short id 2>", "<id 5> <short id 2>")).toBeUndefined();
  expect(ids.check("<short id 1>", "<short id 5>")).toBeUndefined();
  expect(ids.check("<id 1>", "<id 2>")).toBe("<id 1> was another id before");
  expect(ids.check("<id 3>", "<id 5>")).toBe("the id for <id 3> stood for <id 1> before");
});
