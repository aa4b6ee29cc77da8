import { type BuildResult, familiarName, parseReference, type Reference } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { baseFrom, causeOf, lineage, lineOf } from "../look/words/place.ts";
import type { Subject } from "../subject.ts";
import { tagFits } from "../look/words/tag-range.ts";
import { code } from "../look/words/words.ts";

const names: z.ZodMiniType<string | string[]> = z.union(
  [z.string(), z.array(z.string())],
  "a text or a list",
);

const parameters = z.strictObject({
  image: z.optional(names).check(z.describe("the base, or a list of them; `scratch` is one")),
  tags: z
    .optional(names)
    .check(z.describe("a tag, a list, or a range such as `>=3.12 <4`; globs are allowed")),
  pinned: z
    .optional(z.enum(["tag", "minor", "digest"]))
    .check(z.describe("how far the name must be fixed: to some tag, to a minor version, to a digest")),
  not: z
    .optional(z.union([z.boolean(), names], "true, or images that it must not start from"))
    .check(z.describe("bases that it must not start from; `true` turns the whole check round")),
});

/** Where the final stage's lineage begins, and how far its tag is pinned. */
export const startsFrom: Check = defineCheck({
  name: "startsFrom",
  topic: "shape",
  needs: "image",
  summary: "the image starts from that base, pinned that far",
  parameters,
  evaluate: (subject, wanted): Finding => lineageOf(subject, subject.build(), wanted),
  fromPlan(subject, wanted): Finding | undefined {
    const { result } = subject.planned;
    return result.stages.length === 0 ? undefined : lineageOf(subject, result, wanted);
  },
});

function lineageOf(
  subject: Subject,
  result: BuildResult,
  { image, tags, pinned, not }: z.output<typeof parameters>,
): Finding {
  const root = lineage(result).at(-1);
  const base = result.stages.find((stage) => stage.index === root)?.base;
  const from = baseFrom(subject, result);
  const cause = causeOf(subject, from);
  const reference = base === undefined ? undefined : parseReference(base);
  const parsed = reference && !("error" in reference) ? reference : undefined;
  const written = from?.kind === "FROM" && !from.image.includes("$") ? from.image : undefined;
  const name = written ?? (parsed ? familiarName(parsed) : "scratch");
  const place = from ? ` (line ${from.range.start.line})` : "";
  const facts = { base: base ?? "scratch" };
  const fail = (why: string): Finding => ({
    outcome: "fail",
    message: `The image starts from ${code(name)}${place}${why}.`,
    cause,
    facts,
  });
  const isOne = (wanted: string | readonly string[]): boolean =>
    [wanted].flat().some((each) => sameRepository(each, parsed));
  const right =
    (image === undefined || isOne(image)) &&
    (tags === undefined || (parsed !== undefined && tagFits(parsed.tag ?? "latest", tags)));
  if (not === true)
    return right
      ? fail(", which it should not")
      : { outcome: "pass", message: `The image starts from ${code(name)}${place}.`, facts };
  if (typeof not !== "boolean" && not !== undefined && isOne(not)) return fail(", which it should not");
  if (image !== undefined && !isOne(image))
    return fail(` and not from ${[image].flat().map(code).join(" or ")}`);
  if (!right) return fail(`, and that tag is none of ${[tags ?? []].flat().map(code).join(", ")}`);
  if (pinned !== undefined) {
    const loose = looseness(parsed, pinned);
    if (loose !== undefined) return fail(`: ${loose}`);
  }
  return {
    outcome: "pass",
    message: `The image starts from ${code(name)}${from ? `, ${lineOf(from)}` : ""}.`,
    facts,
  };
}

function sameRepository(wanted: string, base: Reference | undefined): boolean {
  if (wanted === "scratch" || base === undefined) return wanted === "scratch" && base === undefined;
  const other = parseReference(wanted);
  if ("error" in other || other.registry !== base.registry || other.repository !== base.repository)
    return false;
  return (
    (other.tag === undefined || other.tag === base.tag) &&
    (other.digest === undefined || other.digest === base.digest)
  );
}

/** Why a reference is not pinned that far: what may change under its name. */
function looseness(base: Reference | undefined, pinned: "tag" | "minor" | "digest"): string | undefined {
  if (base === undefined || base.digest !== undefined) return undefined;
  const tag = base.tag ?? "latest";
  const moving = "is whatever was pushed last under that name";
  if (pinned === "digest") return `a tag, ${code(tag)}, can be moved to another image`;
  if (tag === "latest") return `${code("latest")} ${moving}`;
  if (pinned === "tag") return undefined;
  // The program's own version stands first; a day is closer than a minor version.
  return /^v?\d+\.\d|\d{8}/.test(tag)
    ? undefined
    : `the tag ${code(tag)} names no minor version, so it ${moving}`;
}
