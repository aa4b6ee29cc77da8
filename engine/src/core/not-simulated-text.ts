import type { ErrorData } from "./engine-error.ts";

/** `real` may be said as a verb (`print it`) or with its own subject (`it would wait`). */
const HAS_SUBJECT = /^(the |it |its |bash |busybox |docker |drydock |there )/i;

/** The sentence for what Drydock does not simulate: `Drydock does not simulate gcc. The real one would compile here.` */
export function notSimulatedText({ what, real }: ErrorData["NOT_SIMULATED"]): string {
  const told = HAS_SUBJECT.test(real)
    ? `${real.charAt(0).toUpperCase()}${real.slice(1)}`
    : `The real one would ${real}`;
  return `Drydock does not simulate ${what}. ${told}${/[.!?]$/.test(told) ? "" : "."}`;
}
