import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { jsonObject } from "../look/json-object.ts";
import { code, shorten } from "../look/words.ts";

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
    const auths = typeof content === "string" ? [] : registriesIn(content.text ?? "");
    if (auths.includes(registry) || (registry === "docker.io" && auths.includes(HUB)))
      return { outcome: "pass", message: `There are credentials for ${code(registry)}.` };
    const asked = replayed.log.findLast(({ line }) => /\blogin\b/.test(line));
    const last = asked?.stderr.trim().split("\n").at(-1) ?? "";
    const why =
      asked && asked.exitCode !== 0 && last !== ""
        ? `: ${code(asked.line)} ended with ${shorten(last, 200).replace(/\.+$/, "")}`
        : "";
    return {
      outcome: "fail",
      message: `After the session there are no credentials for ${code(registry)}${why}.`,
      evidence: subject.commandEvidence,
      facts: { registries: auths, failed: why !== "" },
    };
  },
});

/** Registries of the client's file that stand with something to sign in with. It is a file like any other: a session may have written anything there. */
function registriesIn(text: string): string[] {
  const config = jsonObject(text);
  const auths = config?.["auths"];
  return Object.entries(typeof auths === "object" && auths !== null ? auths : {}).flatMap(
    ([registry, entry]: [string, unknown]) =>
      typeof entry === "object" && entry !== null && Object.hasOwn(entry, "auth") ? [registry] : [],
  );
}
