import { parse } from "yaml";

const POINT = /^(not )?ok (\d+) - ((?:[^\\#]|\\[\\#])*?)(?: # (SKIP|TODO)( [^\n]+)?)?$/;

/** What a harness for TAP version 14 would not read as it was meant, by the grammar of its specification; none is an empty list. */
export function tapProblems(source: string): readonly string[] {
  const problems: string[] = [];
  const lines = source.split("\n");
  if (lines.pop() !== "") problems.push("the last line does not end");
  if (lines.shift() !== "TAP version 14") problems.push("the first line is not the version");
  let points = 0;
  let plan: number | undefined;
  let block: string[] | undefined;
  for (const line of lines) {
    if (block) {
      if (line === "  ...") {
        problems.push(...unreadable(block));
        block = undefined;
      } else if (line.startsWith("  ")) block.push(line.slice(2));
      else problems.push(`a block that does not end: ${line}`);
    } else if (line === "  ---") {
      if (points === 0) problems.push("a block of no test");
      block = [];
    } else {
      const planned = /^1\.\.(\d+)(?: # [^\n]+)?$/.exec(line);
      if (planned) {
        if (plan !== undefined) problems.push("two plans");
        plan = Number(planned[1]);
      } else if (plan !== undefined && points > 0) problems.push(`after the plan: ${line}`);
      else if (!POINT.test(line)) problems.push(`no test: ${line.slice(0, 200)}`);
      else if (Number(POINT.exec(line)?.[2]) !== ++points) problems.push(`not the number ${points}: ${line}`);
    }
  }
  if (block) problems.push("the last block does not end");
  if (plan !== points) problems.push(`the plan says ${plan}, there are ${points}`);
  return problems;
}

function unreadable(block: readonly string[]): readonly string[] {
  try {
    const value: unknown = parse(block.join("\n"));
    return typeof value === "object" && value !== null && "data" in value ? [] : ["diagnostics without data"];
  } catch (error) {
    return [`no YAML: ${String(error)}`];
  }
}
