import type { Process } from "../process.ts";

/** Prints how a usage text begins, on standard error, and says that its rest is not carried. @returns `status` */
export function shortUsage(process: Process, head: string, status: number): number {
  process.stderr.write(`${head}\n[drydock: the rest of this help text is not carried]\n`);
  return status;
}
