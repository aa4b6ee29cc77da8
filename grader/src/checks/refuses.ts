import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { explained } from "../look/container/not-running.ts";
import { askServer, requestSchema } from "../look/container/server.ts";
import { starterCause } from "../look/container/starter.ts";
import { shorten } from "../look/words/words.ts";
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
    const fail = (message: string, facts: NonNullable<Finding["facts"]>, words?: string): Finding => ({
      outcome: "fail",
      message,
      cause: starterCause(subject, words),
      facts,
    });
    if (!response)
      return anyway
        ? { outcome: "pass", message: `The request fails. ${why.message}` }
        : {
            ...fail(`The request fails in another way. ${why.message}`, why.facts, why.said),
            ...explained(why),
          };
    const said = `${method} ${path} on port ${port} is answered with status ${response.status}`;
    const facts = { status: response.status };
    if (anyway) return fail(`${said}.`, facts);
    if (status !== undefined && response.status !== status) return fail(`${said}, not ${status}.`, facts);
    if (body !== undefined && !matchesText(body, response.body, (name) => subject.text(name)))
      return fail(
        `${said} and ${JSON.stringify(shorten(response.body, 120))}, which is not ${showText(body)}.`,
        { ...facts, body: false },
      );
    return { outcome: "pass", message: `${said}.` };
  },
});
