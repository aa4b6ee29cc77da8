import type { Instruction } from "@drydock/engine";
import type { Cause } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { imageOfSubject } from "../image.ts";
import { absentFile } from "../files/absent-file.ts";
import { causeOf, lastInstruction } from "../words/place.ts";
import { isShellForm } from "./start.ts";
import { toldPlace } from "../words/told-place.ts";

/** Who is to blame for what a container's program does: the line of the program that its last words name, else the one that starts it. */
export const starterCause = (subject: Subject, said = ""): Cause | undefined =>
  toldPlace(subject, said) ?? absentFile(subject, said)?.cause ?? causeOf(subject, starter(subject, said));

/** The line that says what process 1 is: ENTRYPOINT where there is one in force, else CMD. */
export const firstStarter = (subject: Subject): Instruction | undefined => {
  const { entry, command } = starters(subject);
  return entry ?? command;
};

/** Of ENTRYPOINT and CMD the one whose own words the last words repeat; CMD is no part of what starts where ENTRYPOINT is a shell's line. */
function starter(subject: Subject, said: string): Instruction | undefined {
  const { entry, command } = starters(subject);
  const image = imageOfSubject(subject);
  const { Entrypoint: first, Cmd: rest } = image.config.config;
  if (!entry || !command || isShellForm(image, first ?? [])) return entry ?? command;
  const names = (words: readonly string[] | null | undefined): boolean =>
    (words ?? []).some((word) => word.length > 2 && said.includes(word));
  return names(first) && !names(rest) ? entry : command;
}

/** The instructions that the image's config has its command from. */
function starters(subject: Subject): { entry: Instruction | undefined; command: Instruction | undefined } {
  const { Entrypoint: entrypoint, Cmd: cmd } = imageOfSubject(subject).config.config;
  const last = (wanted: Instruction["kind"]): Instruction | undefined =>
    lastInstruction(subject, subject.build(), ({ kind }) => kind === wanted);
  return {
    entry: entrypoint?.length ? last("ENTRYPOINT") : undefined,
    command: cmd?.length ? last("CMD") : undefined,
  };
}
