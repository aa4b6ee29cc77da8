import { parseFile } from "../source/parse.ts";
import { onLine } from "../traceback/on-line.ts";
import type { HostCall } from "./host-call.ts";

/**
 * `{text, line, version, place}`: what a failing line is about, where MicroPython's message does not say: `augmented`, the operators
 * of its `+=` and the like that stand nowhere else on it; `assigns`: is each `[…]` on it assigned to? `stored`, `deleted`: attributes
 * that it sets or deletes.
 */
export const statement: HostCall = {
  name: "statement",
  answer({ process }, question) {
    const text = question.text("text");
    process.kernel.spend(text.length >> 4);
    const version = question.number("version");
    const here = onLine(parseFile(text, version), question.number("line"), question.text("place"), version);
    const plain = here.expressions.flatMap((one) => (one.type === "Binary" ? [one.operator] : []));
    const augmented = here.statements.flatMap((one) => (one.type === "Augment" ? [one.operator] : []));
    const items = here.expressions.filter((one) => one.type === "Subscript");
    const named = (of: typeof here.expressions): string[] =>
      of.flatMap((one) => (one.type === "Attribute" ? [one.name] : []));
    const deleted = here.statements.flatMap((one) => (one.type === "Delete" ? one.targets : []));
    return {
      stored: named(
        [...here.targets].filter((one) => !deleted.includes(one) && one.at.line === question.number("line")),
      ),
      deleted: named(deleted),
      augmented: augmented.filter((one) => !plain.includes(one)),
      assigns: items.length > 0 && items.every((one) => here.targets.has(one)),
    };
  },
};
