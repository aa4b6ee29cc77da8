import type { LoggedOutput } from "../daemon/container.ts";
import type { Call } from "./command.ts";

/** How somebody follows what a program of a container does. */
interface Follow {
  /** The daemon's clock goes on to then. */
  pass(at: number): void;
  /** Shows all that was not shown at once, since nobody typed. */
  rest(output: readonly LoggedOutput[]): void;
  /** For the program's surroundings: who types sees at once what it comes to. */
  readonly watch: ((piece: LoggedOutput) => void) | undefined;
}

/** @param typing somebody types what the program reads */
export function followProgram({ daemon, out, err }: Call, typing: boolean): Follow {
  const pass = (at: number): void => {
    daemon.state = { ...daemon.state, time: Math.max(daemon.state.time, at) };
  };
  const show = ({ at, stream, text }: LoggedOutput): void => {
    pass(at);
    (stream === "stdout" ? out : err)(text);
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
