import type { Process } from "../process.ts";
import { busyboxCondition } from "./busybox-condition.ts";
import { dashCondition } from "./dash-condition.ts";
import { type OwnTests, posixCondition } from "./posix-condition.ts";
import type { ConditionStyle } from "./test-failure.ts";

/** `test`: true or false. @throws {TestFailure} */
export function testCondition(
  process: Process,
  words: readonly string[],
  style: ConditionStyle,
  own: OwnTests = {},
): boolean {
  if (style === "dash") return dashCondition(process, words);
  return style === "busybox" ? busyboxCondition(process, words) : posixCondition(process, words, style, own);
}
