import { readFlags } from "../flags.ts";
import { trim } from "../space.ts";
import { atLeastOne, common } from "./common.ts";
import type { InstructionReader } from "./common.ts";

/** The trigger is kept as text: what it says is read when a child build fires it. */
export const readOnbuild: InstructionReader = (statement) => {
  const [first] = statement.args;
  if (first === undefined) return atLeastOne("ONBUILD");
  const flags = readFlags(statement.flags);
  if ("error" in flags) return flags;
  const trigger = trim(first).toUpperCase();
  if (trigger === "ONBUILD") return { error: "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed" };
  if (trigger === "MAINTAINER" || trigger === "FROM")
    return { error: `${trigger} isn't allowed as an ONBUILD trigger` };
  const bodies = statement.heredocs.map(({ content, name }) => `\n${content}${name}`).join("");
  const expression = statement.text.replace(/^[\t\n\f\r ]*ONBUILD[\t\n\f\r ]*/i, "") + bodies;
  return { ...common(statement), kind: "ONBUILD", expression };
};
