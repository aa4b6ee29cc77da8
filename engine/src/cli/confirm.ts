import type { Call } from "./command.ts";

/** Asks as Docker does unless `--force` is given; standard input answers. */
export function confirmed(call: Call, warning: string): boolean {
  if (call.on("force")) return true;
  call.out(`${warning}\nAre you sure you want to continue? [y/N] `);
  const yes = /^y(es)?$/i.test((call.stdin().split("\n", 1)[0] ?? "").trim());
  if (!yes) call.out("\n");
  return yes;
}
