import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { askServer, requestSchema } from "../look/server.ts";
import { shorten } from "../look/words.ts";
import { matchesText, showText } from "../rubric/text.ts";

/** A request to the container fails: nobody answers, or the answer is that refusal. */
export const refuses: Check = defineCheck({
  name: "refuses",
  topic: "running",
  needs: "image",
  summary: "a request to the container fails, in that way",
  parameters: requestSchema,
  evaluate(subject, request): Finding {
    const { status, body, port, path = "/", method = "GET" } = request;
    const { response, why } = askServer(imageOfSubject(subject), request, subject.lesson.blackBoxes);
    const anyway = status === undefined && body === undefined;
    if (!response)
      return anyway
        ? { outcome: "pass", message: `The request fails. ${why.message}` }
        : { ...why, outcome: "fail", message: `The request fails in another way. ${why.message}` };
    const said = `${method} ${path} on port ${port} is answered with status ${response.status}`;
    if (anyway) return { outcome: "fail", message: `${said}.` };
    if (status !== undefined && response.status !== status)
      return { outcome: "fail", message: `${said}, not ${status}.` };
    if (body !== undefined && !matchesText(body, response.body, (name) => subject.text(name)))
      return {
        outcome: "fail",
        message: `${said} and ${JSON.stringify(shorten(response.body, 120))}, which is not ${showText(body)}.`,
      };
    return { outcome: "pass", message: `${said}.` };
  },
});
