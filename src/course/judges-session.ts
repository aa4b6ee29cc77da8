import { checks, type Rubric, type Test } from "@drydock/grader";

const machineChecks = new Set(checks.filter(({ needs }) => needs === "machine").map(({ name }) => name));

const looksAtMachine = (test: Test): boolean =>
  "check" in test
    ? machineChecks.has(test.check)
    : ("any" in test ? test.any : test.all).some((part) => looksAtMachine(part));

/** Whether what was typed in the terminal counts, and not the files and answers alone. */
export const judgesSession = ({ criteria }: Pick<Rubric, "criteria">): boolean =>
  criteria.some(({ test }) => looksAtMachine(test));
