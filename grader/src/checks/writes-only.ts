import { FileSystem } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { notStarted } from "../look/container/not-running.ts";
import { baseFrom, causeOf, lastInstruction, lineOf } from "../look/words/place.ts";
import { stepOfPath } from "../look/build/step-of-path.ts";
import { tidy } from "../look/files/tidy.ts";
import { effectiveUser } from "../look/container/user.ts";
import { code } from "../look/words/words.ts";

/** Where nobody but root should write, whatever the rubric names. */
const USUAL = ["/", "/etc", "/usr", "/usr/local", "/usr/bin", "/opt"];
const WRITE_AND_ENTER = 3;
const WRITE = 2;

/** As its user, the app can write to these paths and to none of the others that are named. */
export const writesOnly: Check = defineCheck({
  name: "writesOnly",
  topic: "files",
  needs: "image",
  summary: "the container's user can write there and not elsewhere",
  parameters: z.strictObject({
    paths: z.array(z.string()).check(z.describe("where it must be able to write")),
    not: z
      .optional(z.array(z.string()))
      .check(
        z.describe("where it must not; else `/`, `/etc`, `/usr` and their like, and the working directory"),
      ),
  }),
  evaluate(subject, { paths, not }): Finding {
    const image = imageOfSubject(subject);
    const user = effectiveUser(image.tree, image.config.config.User);
    const line = lastInstruction(subject, subject.build(), ({ kind }) => kind === "USER");
    if ("error" in user)
      return {
        outcome: "fail",
        ...notStarted(user.error),
        cause: causeOf(subject, line),
      };
    const files = new FileSystem(image.tree, () => 0, user);
    const name = user.name ?? `uid ${user.uid}`;
    const can = (path: string): boolean => {
      const entry = files.stat(path);
      return (
        typeof entry !== "string" && files.access(path, entry.kind === "directory" ? WRITE_AND_ENTER : WRITE)
      );
    };
    const closed = paths.find((path) => !can(path));
    if (closed !== undefined) {
      const there = typeof files.stat(closed) !== "string";
      const origin = stepOfPath(subject, closed) ?? line;
      const why = !there ? ", which is not there" : origin ? `: ${lineOf(origin)}` : ", as the base has it";
      return {
        outcome: "fail",
        message: `As ${name}, a container cannot write to ${code(closed)}${why}.`,
        facts: { closed, missing: !there },
        cause: causeOf(subject, origin),
      };
    }
    const elsewhere =
      not ??
      [...USUAL, image.config.config.WorkingDir || "/"].filter(
        (path) => !paths.some((each) => tidy(each) === tidy(path)),
      );
    const open = elsewhere.find(can);
    if (open !== undefined) {
      const deciding = line ?? baseFrom(subject, subject.build());
      const origin = user.uid === 0 ? deciding : (stepOfPath(subject, open) ?? line);
      const why =
        user.uid === 0 && !line
          ? ": no line says that it is anybody else"
          : origin
            ? `: ${lineOf(origin)}`
            : "";
      return {
        outcome: "fail",
        message: `As ${name}, a container can write to ${code(open)} too${why}.`,
        facts: { open, root: user.uid === 0 },
        cause: causeOf(subject, origin),
      };
    }
    return {
      outcome: "pass",
      message: `As ${name}, a container writes where it should and nowhere else that was looked at.`,
    };
  },
});
