import { matchGlob } from "@drydock/engine";
import * as z from "zod/mini";
import { type Cause, type Check, defineCheck, type Finding } from "../check.ts";
import { type SentContext, sentContext, withFolders } from "../look/build/context.ts";
import { code, plural } from "../look/words/words.ts";
import { fileStateSchema } from "../rubric/file-state.ts";

/** None of these files reaches the builder. */
export const contextLacks: Check = defineCheck({
  name: "contextLacks",
  topic: "context",
  needs: "files",
  summary: "the builder is sent nothing that matches any of these",
  parameters: z.strictObject({
    paths: z
      .array(z.string())
      .check(z.describe("paths or globs below the context; none may match a file that is sent")),
    extra: z
      .optional(fileStateSchema)
      .check(
        z.describe("files that are laid into the context for this check alone, such as a planted `.env`"),
      ),
  }),
  evaluate(subject, { paths, extra }): Finding {
    const context = sentContext(subject, extra);
    const wanted = paths.map((path) => path.replace(/^\.?\/|\/+$/g, ""));
    const found = context.sent.filter((path) =>
      withFolders(path).some((each) => wanted.some((glob) => matchGlob(glob, each))),
    );
    const facts = { sent: context.sent.length, found };
    const [first] = found;
    if (first === undefined)
      return { outcome: "pass", message: "None of these files is sent to the builder.", facts };
    const more = found.length > 1 ? ` and ${plural(found.length - 1, "more file")} like it` : "";
    const blamed = ruleThatMisses(context, first);
    const why =
      context.ignoreName === undefined
        ? ": there is no .dockerignore"
        : blamed
          ? `: ${code(blamed.text)} on line ${blamed.line} of ${code(context.ignoreName)} ${blamed.why}`
          : `: no line of ${code(context.ignoreName)} leaves it out`;
    return {
      outcome: "fail",
      message: `The builder is sent ${code(first)}${more}${why}.`,
      cause: blamed?.cause,
      evidence: found
        .slice(0, 8)
        .map((path) => ({ kind: "file", text: code(path).slice(1, -1), state: "sent" })),
      facts,
    };
  },
});

/** How a line that was meant to leave a file out fails to. */
const NEAR_MISSES: readonly { readonly meant: (rule: string) => string; readonly why: string }[] = [
  {
    meant: (rule) => (rule.includes("/") ? "" : `**/${rule}`),
    why: "names only what lies at the top of the folder",
  },
  {
    meant: (rule) => rule.replace(/\s+#.*$/, ""),
    why: "is a name as a whole: a comment stands on a line of its own",
  },
];

/** The last line that brings the file back; else the first that would leave it out if it meant what it was meant to. */
function ruleThatMisses(
  { ignoreName, ignoreText }: SentContext,
  path: string,
): { line: number; text: string; why: string; cause: Cause } | undefined {
  if (ignoreName === undefined) return undefined;
  const names = (glob: string): boolean => withFolders(path).some((each) => matchGlob(glob, each));
  const rules = ignoreText.split("\n").flatMap((whole, i) => {
    const text = whole.replace(/^\uFEFF/, "").trim();
    const rule = text.replace(/^!/, "").replace(/^\/|\/$/g, "");
    return rule === "" || rule.startsWith("#")
      ? []
      : [{ line: i + 1, text, rule, brings: text.startsWith("!"), end: whole.length + 1 }];
  });
  const blame = (
    { line, text, end }: (typeof rules)[number],
    why: string,
  ): ReturnType<typeof ruleThatMisses> => ({
    line,
    text,
    why,
    cause: { file: ignoreName, range: { start: { line, column: 1 }, end: { line, column: end } } },
  });
  const back = rules.findLast(({ rule, brings }) => brings && names(rule));
  if (back) return blame(back, "brings it back");
  for (const { meant, why } of NEAR_MISSES) {
    const near = rules.find(({ rule, brings }) => !brings && meant(rule) !== "" && names(meant(rule)));
    if (near) return blame(near, why);
  }
  return undefined;
}
