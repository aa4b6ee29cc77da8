import * as z from "zod/mini";
import type { Instruction } from "@drydock/engine";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { environment } from "../look/container/env.ts";
import { imageOfSubject } from "../look/image.ts";
import { layerFiles } from "../look/files/layer-files.ts";
import { layerOrigin } from "../look/files/layer-origin.ts";
import { causeOf, lastInstruction, lineage, lineOf } from "../look/words/place.ts";
import { setsVariable } from "../look/sets-variable.ts";
import { code } from "../look/words/words.ts";
import type { Subject } from "../subject.ts";

interface Leak {
  readonly where: string;
  readonly origin: Instruction | undefined;
}

/** The value is nowhere in what is shipped: layers, config, history. A build that mounts it as a secret may use it. */
export const noSecret: Check = defineCheck({
  name: "noSecret",
  topic: "files",
  needs: "image",
  summary: "neither layers, history, environment nor labels hold the value",
  parameters: z.strictObject({
    value: z.string().check(z.minLength(1)).check(z.describe("the secret, as the learner had it")),
  }),
  evaluate(subject, { value }): Finding {
    const leaks = [...leaksOf(subject, value)];
    const [first] = leaks.sort(
      (a, b) => (a.origin?.range.start.line ?? 1e9) - (b.origin?.range.start.line ?? 1e9),
    );
    if (!first)
      return {
        outcome: "pass",
        message: "The secret is neither in a layer nor in the config nor in the history.",
      };
    return {
      outcome: "fail",
      message: `The secret is in the image: ${first.origin ? `${lineOf(first.origin).replaceAll(value, "…")} leaves it in ${first.where}` : `it is in ${first.where}`}. Whoever has the image can read it.`,
      cause: causeOf(subject, first.origin),
      evidence: leaks.slice(0, 8).map(({ where, origin }) => ({
        kind: "layer",
        text: `${where}${origin ? `, line ${origin.range.start.line}` : ""}`,
      })),
      facts: { leaks: leaks.length },
    };
  },
});

function* leaksOf(subject: Subject, value: string): Generator<Leak> {
  const image = imageOfSubject(subject);
  const result = subject.build();
  const hidden = (text: string): string => text.replaceAll(value, "…");
  for (const { layer, path, entry } of layerFiles(image)) {
    const holds =
      (entry.kind === "file" && (entry.content.text?.includes(value) ?? false)) ||
      (entry.kind === "symlink" && entry.target.includes(value)) ||
      path.includes(value);
    if (holds)
      yield {
        where: `the layer that holds ${code(hidden(path))}`,
        origin: layerOrigin(subject, layer),
      };
  }
  for (const [name, actual] of environment(image)) {
    if (actual.includes(value) || name.includes(value))
      yield {
        where: `the variable ${code(hidden(name))}`,
        origin: lastInstruction(subject, result, setsVariable("ENV", name)),
      };
  }
  for (const [label, actual] of Object.entries(image.config.config.Labels ?? {})) {
    if (actual.includes(value) || label.includes(value))
      yield {
        where: `the label ${code(hidden(label))}`,
        origin: lastInstruction(subject, result, setsVariable("LABEL", label)),
      };
  }
  for (const { created_by: row = "" } of image.config.history) {
    if (row.includes(value)) yield { where: "the history", origin: instructionOfRow(subject, row) };
  }
  if (JSON.stringify(image.config.config).includes(JSON.stringify(value).slice(1, -1))) {
    const origin = lastInstruction(subject, result, ({ original }) => original.includes(value));
    if (origin) yield { where: "the config", origin };
  }
}

/** The instruction that a history row tells of: of its kind, and the one with the most words of its own in the row. */
function instructionOfRow(subject: Subject, row: string): Instruction | undefined {
  const own = lineage(subject.build()).flatMap(
    (index) => subject.dockerfile.stages[index]?.instructions ?? [],
  );
  const weigh = (instruction: Instruction): number => {
    const words = wordsOf(instruction);
    return words.every((word) => row.includes(word)) ? words.join("").length : -1;
  };
  return own
    .filter((instruction) => row.startsWith(`${instruction.kind} `) && weigh(instruction) >= 0)
    .toSorted((a, b) => weigh(b) - weigh(a))[0];
}

/** What history repeats of an instruction as it was written. */
const wordsOf = (instruction: Instruction): readonly string[] =>
  "pairs" in instruction
    ? instruction.pairs.map(({ key }) => `${key.replaceAll(/["']/g, "")}=`)
    : "args" in instruction
      ? instruction.args
      : [];
