import type { Directory } from "@drydock/engine";
import type { Finding } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { sentContext } from "../build/context.ts";
import { ruleThatDrops } from "../build/dropping-rule.ts";
import { find } from "./files.ts";
import { causeOf, lastInstruction, lineage, lineOf } from "../words/place.ts";
import { stepOfPath } from "../build/step-of-path.ts";
import { type StepVertex, stepsOf } from "../build/step-pattern.ts";
import { unbuiltSteps } from "../build/unbuilt-steps.ts";
import { imageOfSubject } from "../image.ts";
import { tidy } from "./tidy.ts";
import { code } from "../words/words.ts";

const MOST = 3;

/**
 * Why the image's view lacks a path: a later step removed it, it stayed in another stage, it was put somewhere else, the ignore file keeps
 * it from the builder, or nothing ever brought it.
 */
export function missingFile(subject: Subject, path: string): Finding {
  const result = subject.build();
  const own = new Set(lineage(result));
  const has = (tree: Directory | undefined): boolean => tree !== undefined && find(tree, path).length > 0;
  const steps = stepsOf(result).filter(({ step }) => step.layer);
  const removed = steps.find(
    ({ step }) => own.has(step.stage) && has(step.layer?.lower) && !has(step.layer?.upper),
  );
  const shown = code(path);
  if (removed) {
    const { instruction } = removed.step;
    return {
      outcome: "fail",
      message: `${shown} is not in the image: ${lineOf(instruction)} removes it.`,
      facts: { removed: true },
      cause: causeOf(subject, instruction),
    };
  }
  const others = (): StepVertex[] => [
    ...steps.filter(({ step }) => !own.has(step.stage)),
    ...unbuiltSteps(subject),
  ];
  const elsewhere = others().find(({ step }) => has(step.layer?.upper) && !has(step.layer?.lower));
  if (elsewhere) {
    const { instruction, stageName } = elsewhere.step;
    return {
      outcome: "fail",
      message: `${shown} is not in the image: ${lineOf(instruction)} makes it in the stage ${code(stageName)}, and it stays there.`,
      facts: { stage: stageName },
      cause: causeOf(subject, instruction),
    };
  }
  const inTheWay = fileInTheWay(subject, path) ?? mountInTheWay(subject, path);
  if (inTheWay) return inTheWay;
  const lies = namesakes(steps.findLast(({ step }) => own.has(step.stage))?.step.layer?.upper, path);
  const facts = { lies };
  const brought = lies.flatMap((there) => {
    const by = stepOfPath(subject, there);
    return by ? [{ there, by }] : [];
  });
  const [astray, another] = brought;
  if (astray && !another)
    return {
      outcome: "fail",
      message: `${shown} is not in the image: ${lineOf(astray.by)} puts ${code(astray.there)} there instead.`,
      facts,
      cause: causeOf(subject, astray.by),
    };
  const dropped = brought.length === 0 ? keptBack(subject, path) : undefined;
  if (dropped)
    return {
      outcome: "fail",
      message: `${shown} is not in the image: ${code(dropped.rule.text)} on line ${dropped.rule.line} of ${code(dropped.rule.cause.file)} keeps ${code(dropped.file)} from the builder.`,
      facts,
      cause: dropped.rule.cause,
    };
  return {
    outcome: "fail",
    message: `${shown} is not in the image, and no step of the build brings it.`,
    facts,
  };
}

/** `COPY f /app` makes a file of what should have been a folder. */
function fileInTheWay(subject: Subject, path: string): Finding | undefined {
  const { tree } = imageOfSubject(subject);
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
    const folder = path.slice(0, at);
    if (find(tree, folder)[0]?.entry.kind !== "file") continue;
    const by = stepOfPath(subject, folder);
    return {
      outcome: "fail",
      message: `${code(path)} is not in the image: ${code(folder)} is a file${by ? `, as ${lineOf(by)} makes it` : ""}.`,
      facts: { file: folder },
      cause: causeOf(subject, by),
    };
  }
  return undefined;
}

/** What a RUN writes below one of its mounts is never part of the image. */
function mountInTheWay(subject: Subject, path: string): Finding | undefined {
  const result = subject.build();
  const run = lastInstruction(
    subject,
    result,
    (one) =>
      one.kind === "RUN" &&
      one.mounts.some((mount) => {
        const target = /(?:^|,)(?:target|dst|destination)=([^,]+)/.exec(mount)?.[1];
        return target !== undefined && path.startsWith(`${tidy(target)}/`);
      }),
  );
  return (
    run && {
      outcome: "fail",
      message: `${code(path)} is not in the image: what ${lineOf(run)} writes there stays in its mount.`,
      facts: { mount: true },
      cause: causeOf(subject, run),
    }
  );
}

/** The one file of that name beside the Dockerfile, where the ignore file keeps it back. */
function keptBack(
  subject: Subject,
  path: string,
): { readonly file: string; readonly rule: NonNullable<ReturnType<typeof ruleThatDrops>> } | undefined {
  const name = path.split("/").at(-1) ?? "";
  const context = sentContext(subject);
  const [file, another] = context.all.filter((each) => each === name || each.endsWith(`/${name}`));
  if (file === undefined || another !== undefined || context.sent.includes(file)) return undefined;
  const rule = ruleThatDrops(context, file);
  return rule && { file, rule };
}

/** Where files of that name lie instead; a glob has none. */
function namesakes(tree: Directory | undefined, path: string): readonly string[] {
  const name = path.split("/").at(-1) ?? "";
  if (tree === undefined || name === "" || /[*?[]/.test(path)) return [];
  return find(tree, `/**/${name}`)
    .map((found) => found.path)
    .slice(0, MOST);
}
