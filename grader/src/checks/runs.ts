import * as z from "zod/mini";
import { type Check, defineCheck, type Evidence, type Finding } from "../check.ts";
import { absentFile } from "../look/files/absent-file.ts";
import { imageOfSubject } from "../look/image.ts";
import { notStarted } from "../look/container/not-running.ts";
import { causeOf, lastInstruction } from "../look/words/place.ts";
import { runContainer, written } from "../look/container/run-container.ts";
import { saidLast } from "../look/container/said-last.ts";
import { startTrouble } from "../look/container/start-trouble.ts";
import { toldPlace } from "../look/words/told-place.ts";
import { seconds, shorten } from "../look/words/words.ts";
import { matchesText, showText, textSchema } from "../rubric/text.ts";

const MAX_LINES = 8;

/** A container started from the image does that. */
export const runs: Check = defineCheck({
  name: "runs",
  topic: "running",
  needs: "image",
  summary: "a container of the image ends and prints like that",
  parameters: z.strictObject({
    args: z
      .optional(z.array(z.string()))
      .check(z.describe("arguments, as after the image's name in `docker run`")),
    env: z.optional(z.record(z.string(), z.string())).check(z.describe("variables, as with `-e`")),
    stdin: z.optional(z.string()).check(z.describe("what the program reads")),
    exit: z.optional(z.number()).check(z.describe("the status with which it must end")),
    stdout: z.optional(textSchema).check(z.describe("what it must print; a plain text must be equal")),
    stderr: z
      .optional(textSchema)
      .check(z.describe("what it must print on its error stream; a plain text must be equal")),
    within: z.optional(z.number()).check(z.describe("simulated seconds until it must have ended")),
  }),
  evaluate(subject, { args, env, stdin, exit, stdout, stderr, within }): Finding {
    const result = subject.build();
    /* Words behind `docker run IMAGE` stand in for CMD alone. */
    const starter =
      lastInstruction(subject, result, ({ kind }) => kind === "ENTRYPOINT") ??
      (args === undefined ? lastInstruction(subject, result, ({ kind }) => kind === "CMD") : undefined);
    const cause = causeOf(subject, starter);
    const { life, ...refusal } = runContainer(imageOfSubject(subject), {
      args,
      env,
      stdin,
      blackBoxes: subject.lesson.blackBoxes,
    });
    if (!life) {
      const why = "startError" in refusal ? refusal.startError : "";
      return {
        outcome: "fail",
        ...notStarted(why),
        message: notStarted(why).message + startTrouble(subject, why),
        cause,
        facts: { started: false },
      };
    }
    const out = written(life, "stdout");
    const errors = written(life, "stderr");
    const evidence = [...lines(out), ...lines(errors)];
    const took = life.end && life.end.at - life.startedAt;
    const facts = { exit: life.end?.exitCode ?? null, milliseconds: took ?? null };
    const fail = (message: string): Finding => ({
      outcome: "fail",
      message,
      cause:
        (life.end?.exitCode
          ? (toldPlace(subject, errors) ?? absentFile(subject, errors)?.cause)
          : undefined) ?? cause,
      evidence,
      facts,
    });
    const fileText = (path: string): string | undefined => subject.text(path);
    if (took === undefined && (exit !== undefined || within !== undefined))
      return fail("A container goes on running and does not end by itself.");
    if (exit !== undefined && life.end?.exitCode !== exit)
      return fail(
        `A container ends with status ${life.end?.exitCode} and not with ${exit}${saidLast(errors)}.`,
      );
    if (within !== undefined && took !== undefined && took > within * 1000)
      return fail(`A container takes ${seconds(took)}; ${seconds(within * 1000)} were asked.`);
    if (stdout !== undefined && !matchesText(stdout, out, fileText, "equals"))
      return fail(
        `A container prints ${JSON.stringify(shorten(out, 120))} and not ${showText(stdout)}${saidLast(errors)}.`,
      );
    if (stderr !== undefined && !matchesText(stderr, errors, fileText, "equals"))
      return fail(
        `On standard error a container prints ${JSON.stringify(shorten(errors, 120))} and not ${showText(stderr)}.`,
      );
    return { outcome: "pass", message: "A container does what was asked.", evidence, facts };
  },
});

const lines = (text: string): Evidence[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, MAX_LINES)
    .map((line) => ({ kind: "output", text: shorten(line, 200) }));
