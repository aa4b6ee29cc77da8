import type { Cause } from "../check.ts";
import type { Subject } from "../subject.ts";
import { causeOf, lastInstruction } from "./place.ts";
import { toldPlace } from "./told-place.ts";

/** Who is to blame for what a container's program does: the line of the program that its last words name, else the one that starts it. */
export const starterCause = (subject: Subject, said = ""): Cause | undefined =>
  toldPlace(subject, said) ??
  causeOf(
    subject,
    lastInstruction(subject, subject.build(), ({ kind }) => kind === "CMD" || kind === "ENTRYPOINT"),
  );
