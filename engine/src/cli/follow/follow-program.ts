import type { ContainerOptions, LoggedOutput } from "../../daemon/containers/container.ts";
import type { Call } from "../command.ts";

/** How somebody follows what a program of a container does. */
interface Follow {
  /** The daemon's clock goes on to then. */
  pass(at: number): void;
  /** Shows all that was not shown at once, since nobody typed. */
  rest(output: readonly LoggedOutput[]): void;
  /** For the program's surroundings: who types sees at once what it comes to. */
  readonly watch: ((piece: LoggedOutput) => void) | undefined;
}

/**
 * @param typing somebody types what the program reads
 * @param tty it writes to a terminal of its own, which has one stream and ends lines as terminals do
 * @param attached the streams that somebody wants to see; undefined: all
 */
export function followProgram(
  { daemon, out, err, terminal }: Call,
  typing: boolean,
  tty: boolean = false,
  attached?: ContainerOptions["attached"],
): Follow {
  const pass = (at: number): void => {
    daemon.state = { ...daemon.state, time: Math.max(daemon.state.time, at) };
  };
  const show = ({ at, stream, text }: LoggedOutput): void => {
    pass(at);
    if (attached && !attached[stream]) return;
    // Where somebody sits at a terminal, it does all that itself.
    if (tty && !terminal) out(text.replaceAll(/\r?\n/g, "\r\n"));
    else (stream === "stdout" ? out : err)(text);
  };
  return {
    pass,
    rest: (output) => {
      for (const piece of output)
        if (typing) pass(piece.at);
        else show(piece);
    },
    watch: typing ? show : undefined,
  };
}
