import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { headingsOf } from "../look/words/headings.ts";
import { code, listed, plural } from "../look/words/words.ts";

const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** A report has its parts: headings, length, and what it must quote. */
export const document: Check = defineCheck({
  name: "document",
  topic: "answers",
  needs: "files",
  summary: "the document has its headings, its length and what it must quote",
  parameters: z.strictObject({
    path: z.string().check(z.describe("the file, seen from the submission's folder")),
    headings: z
      .optional(z.array(z.string()))
      .check(z.describe("headings that it must have; upper and lower case are the same")),
    minWords: z.optional(z.number()).check(z.describe("words that it must have, at least")),
    includes: z
      .optional(z.array(z.string()))
      .check(z.describe("what it must quote: a text, or a command of the session whose output it must hold")),
  }),
  evaluate(subject, { path, headings = [], minWords = 0, includes = [] }): Finding {
    const text = subject.text(path);
    if (text === undefined)
      return { outcome: "fail", message: `There is no ${code(path)} in the submission.` };
    const lines = text.split(/\r?\n/);
    const found = headingsOf(lines);
    const missing = headings.filter((heading) => !found.some((each) => each.includes(heading.toLowerCase())));
    const count = words(text);
    const facts = { words: count, missing };
    const last = { line: Math.max(1, lines.length), column: 1 };
    const fail = (message: string): Finding => ({
      outcome: "fail",
      message,
      cause: { file: path, range: { start: last, end: last } },
      facts,
    });
    if (missing.length > 0)
      return fail(`${code(path)} has no heading ${listed(missing.map(code), 4, "or")}.`);
    if (count < minWords)
      return fail(`${code(path)} has ${plural(count, "word")}, at least ${minWords} were asked.`);
    const unquoted = includes.filter(
      (part) =>
        !text.includes(part) &&
        !(
          subject.session &&
          subject.replayed.log.some(
            ({ line, stdout }) => line === part && stdout.trim() !== "" && text.includes(stdout.trim()),
          )
        ),
    );
    if (unquoted.length > 0) return fail(`${code(path)} does not quote ${listed(unquoted.map(code))}.`);
    return { outcome: "pass", message: `${code(path)} has all its parts, ${plural(count, "word")}.`, facts };
  },
});
