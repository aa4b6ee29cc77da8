import { parseDuration } from "../duration.ts";
import { readFlags } from "../flags.ts";
import type { FlagValues } from "../flags.ts";
import { goQuote } from "../go-quote.ts";
import { atLeastOne, common } from "./common.ts";
import type { Failure, InstructionReader } from "./common.ts";

const FLAGS = {
  interval: "text",
  timeout: "text",
  "start-period": "text",
  "start-interval": "text",
  retries: "text",
} as const;
const MILLISECOND = 1e6;

/** `NONE` takes any flag and forgets it, as BuildKit does. */
export const readHealthcheck: InstructionReader = (statement) => {
  const [type, ...command] = statement.args;
  if (type === undefined) return atLeastOne("HEALTHCHECK");
  const kind = type.toUpperCase();
  const base = {
    ...common(statement),
    kind: "HEALTHCHECK",
    interval: 0,
    timeout: 0,
    startPeriod: 0,
    startInterval: 0,
    retries: 0,
  } as const;
  if (kind === "NONE") {
    return command.length > 0
      ? { error: "HEALTHCHECK NONE takes no arguments" }
      : { ...base, test: ["NONE"] };
  }
  const flags = readFlags(statement.flags, FLAGS);
  if ("error" in flags) return flags;
  if (kind !== "CMD") return { error: `Unknown type ${goQuote(kind)} in HEALTHCHECK (try CMD)` };
  if (command.length === 0) return { error: "Missing command after HEALTHCHECK CMD" };
  const test = statement.json ? ["CMD", ...command] : ["CMD-SHELL", command.join(" ")];
  const times = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0 };
  for (const [field, flag] of TIMES) {
    const time = readTime(flags, flag);
    if (typeof time !== "number") return time;
    times[field] = time;
  }
  const retries = readRetries(flags);
  return typeof retries === "number" ? { ...base, test, ...times, retries } : retries;
};

const TIMES = [
  ["interval", "interval"],
  ["timeout", "timeout"],
  ["startPeriod", "start-period"],
  ["startInterval", "start-interval"],
] as const;

function readTime(flags: FlagValues, name: string): number | Failure {
  const text = flags.text(name);
  if (text === undefined) return 0;
  const time = parseDuration(text);
  if (typeof time !== "number" || time === 0 || time >= MILLISECOND) return time;
  return { error: `Interval ${goQuote(name)} cannot be less than 1ms` };
}

function readRetries(flags: FlagValues): number | Failure {
  const text = flags.text("retries");
  if (text === undefined) return 0;
  if (!/^[+-]?\d+$/.test(text))
    return { error: `strconv.ParseInt: parsing ${goQuote(text)}: invalid syntax` };
  const retries = Number(text);
  if (retries >= 2 ** 31 || retries < -(2 ** 31))
    return { error: `strconv.ParseInt: parsing ${goQuote(text)}: value out of range` };
  return retries < 0 ? { error: `--retries cannot be negative (${retries})` } : retries;
}
