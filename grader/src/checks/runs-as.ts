import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { explained, notStarted } from "../look/container/not-running.ts";
import { baseFrom, causeOf, instructionElsewhere, lastInstruction, lineOf } from "../look/words/place.ts";
import { goesOnAs } from "../look/container/process-user.ts";
import { starterCause } from "../look/container/starter.ts";
import { effectiveUser } from "../look/container/user.ts";
import { code } from "../look/words/words.ts";

/** Who a container's first process is, looked up in the image's own passwd. */
export const runsAs: Check = defineCheck({
  name: "runsAs",
  topic: "settings",
  needs: "image",
  summary: "a container's process runs as this user",
  parameters: z.strictObject({
    user: z
      .union([z.string(), z.number()], "not-root, a name or a number")
      .check(z.describe("`not-root`, the name of a user, or a number")),
  }),
  evaluate(subject, { user: wanted }): Finding {
    const image = imageOfSubject(subject);
    const result = subject.build();
    const setting = image.config.config.User;
    const line = lastInstruction(subject, result, ({ kind }) => kind === "USER");
    const from = baseFrom(subject, result);
    const cause = causeOf(subject, line ?? from);
    const evidence = [{ kind: "config" as const, text: `User: ${JSON.stringify(setting ?? "")}` }];
    const begins = effectiveUser(image.tree, setting);
    const on = "uid" in begins && begins.uid === 0 ? goesOnAs(image, subject.lesson.blackBoxes) : undefined;
    const user = on ? effectiveUser(image.tree, String(on.credentials.uid)) : begins;
    if ("error" in user) {
      return {
        outcome: "fail",
        message: `A container does not start: ${user.error}${line ? `, which ${lineOf(line)} names` : ""}.`,
        ...explained(notStarted(user.error)),
        cause,
        evidence,
        facts: { unknown: setting ?? "" },
      };
    }
    const name = user.name === undefined ? `uid ${user.uid}` : `${user.name} (uid ${user.uid})`;
    const facts = { uid: user.uid, name: user.name ?? null };
    const asked = String(wanted);
    const other = effectiveUser(image.tree, asked);
    const right = asked === "not-root" ? user.uid !== 0 : "uid" in other && other.uid === user.uid;
    const how = on
      ? `A container begins as root, and ${code(on.argv.join(" "))} runs as ${name}`
      : `A container runs as ${name}`;
    if (right) return { outcome: "pass", message: `${how}.`, evidence, facts };
    if (on)
      return {
        outcome: "fail",
        message: `${how} and not as ${code(asked)}.`,
        cause: starterCause(subject),
        evidence,
        facts,
      };
    const astray = instructionElsewhere(subject, result, ({ kind }) => kind === "USER");
    const where = line
      ? `${lineOf(line)} decides it`
      : astray
        ? `${lineOf(astray)} stands in a stage that the image is not made of, and the base${from ? ` on line ${from.range.start.line}` : ""} runs as it`
        : `no line says otherwise, and the base${from ? ` on line ${from.range.start.line}` : ""} runs as it`;
    return {
      outcome: "fail",
      message: `${how}${asked === "not-root" ? "" : ` and not as ${code(asked)}`}: ${where}.`,
      cause,
      evidence,
      facts,
    };
  },
});
