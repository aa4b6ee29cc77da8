import type { Option } from "./command.ts";
import { readNumber } from "./read-number.ts";
import { TIME_LIMIT } from "../single/time-limit.ts";
import type { Words } from "./words.ts";

export const failUnderOption: Option = {
  name: "fail-under",
  value: "PERCENT",
  summary: "exit with 1 where a submission earned less of the points that could be decided.",
  choices: () => [],
};

export const readFailUnder = (words: Words): number | undefined => {
  const text = words.value("fail-under");
  return text === undefined ? undefined : readNumber("--fail-under", text, 0, 100);
};

export const timeoutOption: Option = {
  name: "timeout",
  value: "SECONDS",
  summary:
    "processor time that one submission may take, 5 without it; for slow machines. No score hangs on it.",
  choices: () => [],
};

/** In milliseconds. @throws {UsageError} */
export const readTimeout = (words: Words): number => {
  const text = words.value("timeout");
  return text === undefined ? TIME_LIMIT : readNumber("--timeout", text, 1, 600) * 1000;
};

export const quietOption: Option = { name: "quiet", summary: "no progress and no notices, only errors." };

export const overridesOption: Option = {
  name: "overrides",
  value: "FILE",
  summary:
    "what a person settled, as YAML, JSON or CSV: a list of submission, criterion, points, comment and by. Every report says so.",
};
