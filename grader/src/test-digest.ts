import { digestOf } from "@drydock/engine";
import { canonicalJson } from "./canonical-json.ts";
import type { Criterion, Question } from "./rubric/rubric.ts";

const known = new WeakMap<Criterion | Question, string>();
const LENGTH = 12;

/** What a criterion asks, in twelve hexadecimal digits: a regrade must know whether it is still the same question. */
export function testDigest(asked: Criterion | Question): string {
  const digest =
    known.get(asked) ??
    digestOf(canonicalJson("test" in asked ? asked.test : { check: asked.check, with: asked.with })).slice(
      "sha256:".length,
      "sha256:".length + LENGTH,
    );
  known.set(asked, digest);
  return digest;
}
