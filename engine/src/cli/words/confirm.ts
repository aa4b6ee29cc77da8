import type { Call } from "../command.ts";

/** Asks as Docker does unless `--force` is given; the next line of standard input answers (docker/cli, internal/prompt). @param gap before the question */
export function confirmed(call: Call, warning: string, gap = "\n"): boolean {
  if (call.on("force")) return true;
  call.out(`${warning}${gap}Are you sure you want to continue? [y/N] `);
  const answer = call.answer();
  if (answer === undefined && call.terminal)
    call.err("\nDrydock cannot wait for an answer here. To say yes beforehand: --force\n");
  return (answer ?? "").trim().toLowerCase() === "y";
}
