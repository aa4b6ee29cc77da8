import type { BuildResult, Instruction } from "@drydock/engine";
import type { Cause } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { causeOf, instructionElsewhere, lastInstruction, lineOf } from "./place.ts";

/** How a message goes on that something is not set, and the line to which that points. */
export interface NotHere {
  /** Words behind a colon, or nothing. */
  readonly why: string;
  readonly cause: Cause | undefined;
}

/**
 * An instruction of that kind which is there and does not count: it stands in a stage that the image is not made of, or `ONBUILD` keeps it.
 *
 * @param key which of its kind, where it must name something
 */
export function notHere(
  subject: Subject,
  result: BuildResult,
  wanted: (instruction: Instruction) => boolean,
  kind: Instruction["kind"],
  key = "",
): NotHere {
  const elsewhere = instructionElsewhere(subject, result, wanted);
  if (elsewhere)
    return {
      why: `: ${lineOf(elsewhere)} stands in a stage that the image is not made of`,
      cause: causeOf(subject, elsewhere),
    };
  const kept = lastInstruction(
    subject,
    result,
    (one) =>
      one.kind === "ONBUILD" &&
      one.expression.trim().toUpperCase().startsWith(`${kind} `) &&
      one.expression.includes(key),
  );
  if (kept)
    return {
      why: `: ${lineOf(kept)} is for images that are built from this one`,
      cause: causeOf(subject, kept),
    };
  return { why: "", cause: undefined };
}
