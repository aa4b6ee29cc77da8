import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { requestSchema, whyNobodyAnswers } from "../look/server.ts";

/** A request to the container fails. */
export const refuses: Check = defineCheck({
  name: "refuses",
  needs: "image",
  summary: "a request to the container fails, in that way",
  parameters: requestSchema,
  evaluate(subject, request): Finding {
    const why = whyNobodyAnswers(imageOfSubject(subject), request, subject.lesson.blackBoxes);
    if (request.status === undefined && request.body === undefined)
      return { outcome: "pass", message: `The request fails. ${why}` };
    return { outcome: "fail", message: `The request fails in another way. ${why}` };
  },
});
