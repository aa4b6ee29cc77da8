import { type Check, defineCheck, type Finding } from "../check.ts";
import { absenceWords } from "../look/files/absent-file.ts";
import { addressCause } from "../look/container/address-cause.ts";
import { imageOfSubject } from "../look/image.ts";
import { explained } from "../look/container/not-running.ts";
import { askServer, requestSchema } from "../look/container/server.ts";
import { starterCause } from "../look/container/starter.ts";
import { shorten } from "../look/words/words.ts";
import { matchesText, showText } from "../rubric/text.ts";

/** A request to the container gets that answer. */
export const serves: Check = defineCheck({
  name: "serves",
  topic: "running",
  needs: "image",
  summary: "a request to the container gets that answer",
  parameters: requestSchema,
  evaluate(subject, request): Finding {
    const { port, path = "/", method = "GET", status = 200, body } = request;
    const { response, why } = askServer(imageOfSubject(subject), request, subject.lesson.blackBoxes);
    const asked = `${method} ${path} on port ${port}`;
    const fail = (message: string, facts: NonNullable<Finding["facts"]>, said?: string): Finding => ({
      outcome: "fail",
      message,
      cause: addressCause(subject, facts) ?? starterCause(subject, said),
      facts,
    });
    if (!response) {
      const words = why.message + absenceWords(subject, why.said);
      return { ...fail(words, why.facts, why.said), ...explained(why) };
    }
    const said = `${asked} is answered with status ${response.status}`;
    if (response.status !== status) return fail(`${said}, not ${status}.`, { status: response.status });
    if (body !== undefined && !matchesText(body, response.body, (name) => subject.text(name)))
      return fail(
        `${said} and ${JSON.stringify(shorten(response.body, 120))}, which is not ${showText(body)}.`,
        { status: response.status, body: false },
      );
    return { outcome: "pass", message: `${said}.`, facts: { status: response.status } };
  },
});
