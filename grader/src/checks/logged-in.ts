import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { code } from "../look/words.ts";

const HUB = "https://index.docker.io/v1/";

/** After the session the command line holds credentials for that registry. */
export const loggedIn: Check = defineCheck({
  name: "loggedIn",
  topic: "session",
  needs: "machine",
  summary: "after the session there are credentials for that registry",
  parameters: z.strictObject({
    registry: z
      .optional(z.string())
      .check(z.describe("the registry's host; Docker Hub unless it says otherwise")),
  }),
  evaluate(subject, { registry = "docker.io" }): Finding {
    const { files } = subject.replayed.machine;
    const homes = [
      "/root",
      ...((): string[] => {
        const names = files.list("/home");
        return typeof names === "string" ? [] : names.map((name) => `/home/${name}`);
      })(),
    ];
    for (const home of homes) {
      const content = files.read(`${home}/.docker/config.json`);
      if (typeof content === "string" || content.text === undefined) continue;
      const auths = Object.keys((JSON.parse(content.text) as { auths?: object }).auths ?? {});
      if (auths.includes(registry) || (registry === "docker.io" && auths.includes(HUB)))
        return { outcome: "pass", message: `There are credentials for ${code(registry)}.` };
    }
    return {
      outcome: "fail",
      message: `After the session there are no credentials for ${code(registry)}.`,
      evidence: subject.commandEvidence,
    };
  },
});
