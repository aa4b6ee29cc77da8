import { readFlags } from "../flags.ts";
import { goQuote } from "../go-quote.ts";
import { common } from "./common.ts";
import type { InstructionReader } from "./common.ts";

const STAGE_NAME = /^[a-z][a-z0-9\-_.]*$/;

export const readFrom: InstructionReader = (statement) => {
  const [image, as, written = ""] = statement.args;
  const named = statement.args.length === 3 && as?.toLowerCase() === "as";
  if (image === undefined || (!named && statement.args.length !== 1)) {
    return { error: "FROM requires either one or three arguments" };
  }
  const name = named ? written.toLowerCase() : "";
  if (named && !STAGE_NAME.test(name)) {
    return {
      error: `invalid name for build stage: ${goQuote(written)}, name can't start with a number or contain symbols`,
    };
  }
  const flags = readFlags(statement.flags, { platform: "text" });
  if ("error" in flags) return flags;
  return {
    ...common(statement),
    kind: "FROM",
    image,
    name,
    nameAsWritten: named ? written : "",
    as: named ? as : undefined,
    platform: flags.text("platform"),
  };
};
