import { carets as caretsOf } from "../dialect/carets.ts";
import type { HostCall } from "./host-call.ts";

/** `{text, line, version, kind, message, following}`: the marks under a line of a traceback; null where they are not certain. */
export const carets: HostCall = {
  name: "carets",
  answer: (_caller, question) =>
    caretsOf({
      source: question.text("text"),
      line: question.number("line"),
      version: question.number("version"),
      kind: question.text("kind"),
      message: question.text("message"),
      following: question.has("following") ? question.text("following") : null,
    }),
};
