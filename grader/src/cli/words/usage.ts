import type { Command } from "./command.ts";

/** `drydock-grade batch LESSON SUBMISSIONS [OPTION]...`. */
export const usageOf = ({ name, operands, options }: Command): string =>
  ["drydock-grade", name, ...operands, options.length > 0 ? "[OPTION]..." : ""].filter(Boolean).join(" ");
