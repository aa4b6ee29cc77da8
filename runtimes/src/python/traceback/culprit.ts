import type { Expression, Span, Statement } from "../source/tree.ts";
import { calledPlace } from "./called-place.ts";
import { failedPlace } from "./failed-place.ts";
import type { OnLine } from "./on-line.ts";
import type { Pointed } from "./pointed.ts";

/**
 * What on a line the interpreter was busy with: worked out from the exception, or from the function that was called. Undefined
 * where more than one thing could be meant.
 */
export function culprit(here: OnLine, pointed: Pointed): Expression | Statement | Span | undefined {
  return pointed.following === null ? failedPlace(here, pointed) : calledPlace(here, pointed.following);
}
