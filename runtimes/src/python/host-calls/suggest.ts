import { nearestName } from "../traceback/nearest-name.ts";
import { suggestion } from "../traceback/suggestion.ts";
import type { HostCall } from "./host-call.ts";

/**
 * `{text, line, name, version}`: the name that was meant where one is not defined; null where none is near. With `names`, of those
 * alone.
 */
export const suggest: HostCall = {
  name: "suggest",
  answer({ process }, question) {
    const text = question.text("text");
    process.kernel.spend(text.length >> 3);
    if (question.has("names")) return nearestName(question.text("name"), question.texts("names"));
    return suggestion(text, question.number("line"), question.text("name"), question.number("version"));
  },
};
