import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { notStarted } from "../look/container/not-running.ts";
import { causeOf, lastInstruction, lineOf } from "../look/words/place.ts";
import { effectiveArgv, firstProcess, isShellForm } from "../look/container/start.ts";
import { code } from "../look/words/words.ts";

/** What a container really starts: ENTRYPOINT, CMD and SHELL put together. */
export const starts: Check = defineCheck({
  name: "starts",
  topic: "settings",
  needs: "image",
  summary: "a container starts this command, in this form, with this process 1",
  parameters: z.strictObject({
    argv: z
      .optional(z.array(z.string()))
      .check(z.describe("the whole command, ENTRYPOINT and CMD put together")),
    form: z.optional(z.enum(["exec", "shell"])).check(z.describe("whether a shell is started first")),
    pid1: z.optional(z.string()).check(z.describe("the program that becomes process 1")),
  }),
  evaluate(subject, { argv, form, pid1 }): Finding {
    const image = imageOfSubject(subject);
    const actual = effectiveArgv(image);
    const result = subject.build();
    const { Entrypoint: entrypoint } = image.config.config;
    const command = image.config.config.Cmd?.length
      ? lastInstruction(subject, result, ({ kind }) => kind === "CMD")
      : undefined;
    /* Where ENTRYPOINT says what it should, the words behind it are to blame. */
    const entryIsRight =
      argv !== undefined && entrypoint?.length && entrypoint.every((word, i) => word === argv[i]);
    const entry = lastInstruction(subject, result, ({ kind }) => kind === "ENTRYPOINT");
    const line = entryIsRight ? (command ?? entry) : (entry ?? command);
    const cause = causeOf(subject, line);
    const where = line ? `: ${lineOf(line)}` : ", as the base has it";
    const shown = code(JSON.stringify(actual));
    const facts = { argv: actual };
    if (actual.length === 0)
      return {
        outcome: "fail",
        message: "A container has nothing to start: neither ENTRYPOINT nor CMD is set.",
        facts,
      };
    if (argv !== undefined && !sameWords(argv, actual)) {
      return {
        outcome: "fail",
        message: `A container starts ${shown} and not ${code(JSON.stringify(argv))}${where}.`,
        cause,
        facts,
      };
    }
    const shell = isShellForm(image, actual);
    if (form === "exec" && shell)
      return {
        outcome: "fail",
        message: `A container starts a shell, ${shown}, which then starts the program${where}.`,
        cause,
        facts,
      };
    if (form === "shell" && !shell)
      return {
        outcome: "fail",
        message: `A container starts ${shown} without a shell${where}.`,
        cause,
        facts,
      };
    if (pid1 !== undefined) {
      const first = firstProcess(image, subject.lesson.blackBoxes);
      if ("startError" in first) return { outcome: "fail", ...notStarted(first.startError), cause, facts };
      if (first.name !== pid1)
        return {
          outcome: "fail",
          message: `Process 1 of a container is ${code(first.name)} and not ${code(pid1)}${where}.`,
          cause,
          facts: { ...facts, pid1: first.name },
        };
    }
    return { outcome: "pass", message: `A container starts ${shown}.`, facts };
  },
});

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i]);
