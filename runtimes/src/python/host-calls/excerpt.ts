import { excerpt as excerptOf } from "../traceback/excerpt.ts";
import type { HostCall } from "./host-call.ts";

/** `{text, line, version, place, kind, message, following}`: the lines that a traceback shows of the source, marks among them. */
export const excerpt: HostCall = {
  name: "excerpt",
  answer({ process }, question) {
    const source = question.text("text");
    process.kernel.spend(source.length >> 4);
    return excerptOf({
      source,
      line: question.number("line"),
      version: question.number("version"),
      place: question.text("place"),
      kind: question.text("kind"),
      message: question.text("message"),
      following: question.has("following") ? question.text("following") : null,
    });
  },
};
