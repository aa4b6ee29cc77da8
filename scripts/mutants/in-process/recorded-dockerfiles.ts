/** The recorded Dockerfiles and words as tests that do all their work when they run. */
import { expect, test } from "vitest";
import { caseFiles } from "../../../engine/testing/cases/case-files.ts";
import { checkDockerfile } from "../../../engine/testing/cases/check-dockerfiles.ts";
import { checkWords } from "../../../engine/testing/cases/check-words.ts";
import { complaints } from "../../../engine/testing/replay/complaints.ts";

test.each(caseFiles("dockerfile"))("recorded $group", (file) =>
  expect(complaints(checkDockerfile(file).rows)).toBe(""),
);

test("recorded words", () => expect(complaints(checkWords())).toBe(""));
