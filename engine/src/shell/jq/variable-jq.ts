import type { Json } from "./json.ts";
import { JqError } from "./paths-jq.ts";
import type { Scope } from "./place-jq.ts";
import type { JqWorld } from "./world-jq.ts";

/** What `$name` stands for; `line` is where it is written. */
export function variable(name: string, line: number, scope: Scope, { environment }: JqWorld): Json {
  for (let one = scope; one; one = one.outer)
    if (one.kind === "variable" && one.name === name) return one.value;
  if (name === "ENV") return environment;
  if (name !== "__loc__") throw new JqError(`$${name} is not defined`);
  return new Map<string, Json>([
    ["file", "<top-level>"],
    ["line", line],
  ]);
}
