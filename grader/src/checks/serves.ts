import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { causeOf, lastInstruction } from "../look/place.ts";
import { requestSchema, whyNobodyAnswers } from "../look/server.ts";

/** A request to the container gets that answer. */
export const serves: Check = defineCheck({
  name: "serves",
  needs: "image",
  summary: "a request to the container gets that answer",
  parameters: requestSchema,
  evaluate(subject, request): Finding {
    const message = whyNobodyAnswers(imageOfSubject(subject), request, subject.lesson.blackBoxes);
    const line = lastInstruction(
      subject,
      subject.build(),
      ({ kind }) => kind === "CMD" || kind === "ENTRYPOINT",
    );
    return { outcome: "fail", message, cause: causeOf(subject, line) };
  },
});
