import { goQuote } from "../../dockerfile/go-quote.ts";
import { type Rule, rulePage } from "../rule.ts";

const SECRET = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const PUBLIC = /(?:_|^)public(?:_|$)/i;

/** ARG and ENV end up in the image's history. Names are judged, values never; a name with `public` in it is none. */
export const secretsUsedInArgOrEnv: Rule = {
  name: "SecretsUsedInArgOrEnv",
  summary: "Sensitive data should not be used in the ARG or ENV commands",
  url: rulePage("secrets-used-in-arg-or-env"),
  why: "The values of ARG and ENV stay in the image's config and history, where everybody who has the image can read them.",
  needs: "plan",
  good: ["FROM alpine\nENV PUBLIC_KEY=a MONKEY=b", "ARG API_TOKEN\nFROM alpine"],
  bad: ["FROM alpine\nARG API_TOKEN", "FROM alpine\nENV db_password=x"],
  check(_dockerfile, facts, report) {
    for (const { instruction, words, range } of facts.walked) {
      const { kind } = instruction;
      if (kind !== "ENV" && kind !== "ARG") continue;
      for (const name of words) {
        if (SECRET.test(name) && !PUBLIC.test(name)) {
          report(range, `Do not use ARG or ENV instructions for sensitive data (${kind} ${goQuote(name)})`);
        }
      }
    }
  },
};
