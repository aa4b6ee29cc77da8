import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { jsonObject } from "../look/json-object.ts";
import { saidLast } from "../look/container/said-last.ts";
import { code } from "../look/words/words.ts";

const CONFIG = "/root/.docker/config.json";
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
    const { replayed } = subject;
    const content = replayed.machine.files.read(CONFIG);
    const auths = registriesIn(typeof content === "object" ? content.text : undefined);
    if (auths.includes(registry) || (registry === "docker.io" && auths.includes(HUB)))
      return { outcome: "pass", message: `There are credentials for ${code(registry)}.` };
    const asked = replayed.log.findLast(({ line }) => /\blogin\b/.test(line));
    const why = asked?.exitCode ? `: ${code(asked.line)}${saidLast(asked.stderr, " ended with ")}` : "";
    return {
      outcome: "fail",
      message: `After the session there are no credentials for ${code(registry)}${why}.`,
      evidence: subject.commandEvidence,
      facts: { registries: auths, failed: why !== "" },
    };
  },
});

/** Registries of the client's file that stand with something to sign in with. It is a file like any other: a session may have written anything there. */
const registriesIn = (text = ""): string[] =>
  Object.entries(objectIn(jsonObject(text)?.["auths"])).flatMap(([registry, entry]) =>
    "auth" in objectIn(entry) ? [registry] : [],
  );

const objectIn = (value: unknown): object => (typeof value === "object" ? (value ?? {}) : {});
