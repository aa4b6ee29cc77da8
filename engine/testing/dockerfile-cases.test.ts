import { expect, test } from "vitest";
import { testCases } from "./cases/case-tests.ts";
import { checkDockerfiles } from "./cases/check-dockerfiles.ts";
import { checkWords } from "./cases/check-words.ts";
import { complaints } from "./replay/complaints.ts";

testCases(checkDockerfiles());

test.each(checkWords())("word $id", (row) => expect(complaints([row])).toBe(""));
