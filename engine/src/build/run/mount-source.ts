import type { Mount } from "../../dockerfile/instruction.ts";
import { parseReference, qualifiedName, withDefaultTag } from "../../oci/reference.ts";
import type { Plan } from "../plan/plan.ts";
import type { CopyFrom } from "../solve/step-sources.ts";

/** Where a mount's files come from: the context, a stage by its name, else an image or `scratch`. Undefined if from nowhere. */
export function mountSource({ type, from }: Mount, { stages }: Plan): CopyFrom | undefined {
  if (type !== "bind" && type !== "cache") return undefined;
  if (from === undefined) return type === "bind" ? { kind: "context" } : undefined;
  const stage = stages.findLast(({ name }) => name === from.toLowerCase());
  if (stage) return { kind: "stage", index: stage.index };
  if (from === "scratch") return { kind: "scratch" };
  const reference = parseReference(from);
  return { kind: "image", reference: "error" in reference ? from : qualifiedName(withDefaultTag(reference)) };
}
