import type { ContainerStage } from "@drydock/engine";
import type { Finding } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { absenceWords } from "../files/absent-file.ts";
import { endedBefore, explained } from "./not-running.ts";
import { starterCause } from "./starter.ts";

/** The verdict on a program that has ended by itself `before` it could be asked; undefined as long as it runs. */
export function endedEarly(subject: Subject, stage: ContainerStage, before: string): Finding | undefined {
  const ended = endedBefore(stage, before);
  return (
    ended && {
      outcome: "fail",
      message: ended.message + absenceWords(subject, ended.said),
      ...explained(ended),
      cause: starterCause(subject, ended.said),
      facts: { ended: stage.container?.life?.end?.exitCode ?? null },
    }
  );
}
