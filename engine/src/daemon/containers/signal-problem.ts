import { SIGNALS } from "../../shell/signal.ts";

/** Real-time signals: SIGRTMIN is 34, SIGRTMAX 64. */
const LAST = 64;

/** Why a text is no signal that can be sent, undefined where it is one (moby sys/signal, ParseSignal; daemon/kill.go). */
export function signalProblem(text: string): string | undefined {
  if (/^-?\d+$/.test(text)) {
    const number = Number(text);
    if (number === 0) return `invalid signal: ${text}`;
    return number > 0 && number <= LAST ? undefined : `the linux daemon does not support signal ${number}`;
  }
  const name = text.toUpperCase().replace(/^SIG/, "");
  return SIGNALS.slice(1).includes(name) || /^RTM(?:IN(?:\+\d+)?|AX(?:-\d+)?)$/.test(name)
    ? undefined
    : `invalid signal: ${text}`;
}
