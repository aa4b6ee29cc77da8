import { type ContainerStage, type Image, type Instruction, notSimulated } from "@drydock/engine";
import * as z from "zod/mini";
import { type Edit, editedFile, editSchema } from "../../edit.ts";
import type { Finding } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { imageOf } from "../image.ts";
import { notHere } from "../words/not-here.ts";
import { endedEarly } from "./ended-early.ts";
import { notStarted } from "./not-running.ts";
import { causeOf, lastInstruction, lineOf } from "../words/place.ts";
import { firstProcess, SHELL_OR_SCRIPT } from "./start.ts";
import { stageOf } from "../build/stage.ts";
import { code, seconds, shorten } from "../words/words.ts";

/** What is asked of a container's health. */
export interface HealthQuestion {
  /** Simulated seconds that it may take. */
  readonly after?: number | undefined;
  /** What is broken beforehand: a file of the submission, or a program of the container. */
  readonly breaking?: Edit | { readonly kill: string } | undefined;
}

export const healthSchema: z.ZodMiniType<HealthQuestion> = z.strictObject({
  after: z
    .optional(z.number())
    .check(z.describe("simulated seconds that it may take; 300 unless it says otherwise")),
  breaking: z
    .optional(z.union([editSchema, z.strictObject({ kill: z.string() })], "an edit, or { kill }"))
    .check(
      z.describe(
        "what is broken beforehand: an edit of a file, or `{ kill: PROGRAM }` for a program of the container",
      ),
    ),
});

const isHealthcheck = ({ kind }: Instruction): boolean => kind === "HEALTHCHECK";

/** Seconds that are looked at where the rubric names none. */
const LONG = 300;
/** Milliseconds from one look to the next. */
const LOOK = 1000;

/** Milliseconds that the container runs before one of its programs is killed. */
const SETTLES = 2000;

/**
 * Kills a program of the container by its name, as somebody on the host would. What runs beside a shell is told to be not simulated: the shell
 * may see to it.
 * @returns why there is nothing to kill
 */
function killOne(
  subject: Subject,
  stage: ContainerStage,
  image: Image,
  victim: string,
): Pick<Finding, "message" | "facts"> | undefined {
  stage.elapse(SETTLES);
  const first = firstProcess(image, subject.lesson.blackBoxes);
  const name = "name" in first ? first.name : "";
  if (name === victim || name.replace(/[\d.]+$/, "") === victim) {
    stage.kill();
    return undefined;
  }
  if (SHELL_OR_SCRIPT.test(name))
    throw notSimulated(`killing ${victim} beside ${name}`, "let the shell and the health check find out");
  return stage.killBeside(victim)
    ? undefined
    : {
        message: `No program ${code(victim)} runs in the container that could be killed; its process 1 is ${code(name)}.`,
        facts: { notRunning: true },
      };
}

/** Starts a container and looks at its health until it is what is wanted, or the time is over. */
export function followHealth(
  subject: Subject,
  wanted: "healthy" | "unhealthy",
  { after = LONG, breaking }: HealthQuestion,
): Finding {
  const victim = breaking && typeof breaking === "object" && "kill" in breaking ? breaking.kill : undefined;
  const edit = breaking === undefined || victim !== undefined ? undefined : (breaking as Edit);
  if (edit !== undefined && subject.text(editedFile(edit)) === undefined)
    return {
      outcome: "inconclusive",
      message: `There is no file ${code(editedFile(edit))} in the submission, so it cannot be edited. This check does not count.`,
    };
  const result = edit === undefined ? subject.build() : subject.rebuild(edit);
  if (!result.image) return { outcome: "fail", message: "With the edit, the image is no longer built." };
  const image = imageOf(result);
  const kind = image.config.config.Healthcheck?.Test?.[0] ?? "NONE";
  if (kind === "NONE") {
    const off = lastInstruction(subject, subject.build(), isHealthcheck);
    const other = notHere(subject, subject.build(), isHealthcheck, "HEALTHCHECK");
    return {
      outcome: "fail",
      message: `The image has no health check, so a container has no health at all${off ? `: ${lineOf(off)}` : other.why}.`,
      cause: causeOf(subject, off) ?? other.cause,
      facts: { none: true },
    };
  }
  const stage = stageOf(image, { blackBoxes: subject.lesson.blackBoxes });
  const cause = causeOf(subject, lastInstruction(subject, subject.build(), isHealthcheck));
  if (stage.startError !== undefined) return { outcome: "fail", ...notStarted(stage.startError), cause };
  const killed = victim === undefined ? undefined : killOne(subject, stage, image, victim);
  if (killed) return { outcome: "fail", ...killed, cause };
  const began = stage.now;
  while (stage.now - began < after * 1000) {
    stage.elapse(LOOK);
    const ended = endedEarly(subject, stage, `it was ${wanted}, and what has ended is not checked`);
    if (ended) return ended;
    if (stage.health?.status === wanted)
      return { outcome: "pass", message: `The container is ${wanted} after ${seconds(stage.now - began)}.` };
  }
  const last = stage.health?.log.at(-1);
  const said = last
    ? ` The last check ended with status ${last.exitCode}${last.output === "" ? "" : ` and said ${JSON.stringify(shorten(last.output, 160))}`}.`
    : "";
  return {
    outcome: "fail",
    message: `After ${seconds(after * 1000)} the container is ${stage.health?.status ?? "starting"}, not ${wanted}.${said}`,
    cause,
    facts: { health: stage.health?.status ?? "starting", exit: last?.exitCode ?? null },
  };
}
