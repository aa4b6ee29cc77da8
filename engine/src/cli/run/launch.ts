import { notSimulated } from "../../core/engine-error.ts";
import type { Container, LoggedOutput } from "../../daemon/containers/container.ts";
import { isUp, outputOf } from "../../daemon/containers/container.ts";
import { containerEvent } from "../../daemon/events/container-event.ts";
import { findContainer } from "../../daemon/containers/find-container.ts";
import { startContainer, type StartedContainer } from "../../daemon/containers/start-container.ts";
import { removeContainer } from "../../daemon/containers/remove-container.ts";
import type { Input } from "../../shell/process.ts";
import type { Call } from "../command.ts";
import { followProgram } from "../follow/follow-program.ts";
import { followToEnd } from "../follow/follow-to-end.ts";
import { passTime } from "../follow/pass-time.ts";
import { retell } from "../follow/retell.ts";
import { surroundings } from "./station-mounts.ts";

/** Starts a container and stays with it: its output, then its exit status. `error` is all after `docker: `. */
export function launch(
  call: Call,
  container: Container,
  attached: boolean,
  stdin: string | Input | undefined,
): number | { readonly error: string; readonly exitCode: number } {
  const { daemon } = call;
  const { tty, attached: streams } = container.options;
  // `docker start -a` shows all of it.
  const wanted = call.name.endsWith(" run") ? streams : undefined;
  const follow = followProgram(call, typeof stdin === "object", tty, wanted);
  const seen: LoggedOutput[] = [];
  const around = surroundings(call, stdin, follow.watch ?? ((piece) => void seen.push(piece)));
  const before = attached ? containerEvent(daemon.state, container, "attach") : daemon.state;
  const started = begin();
  // Volumes were written while the program ran: the daemon's state has them, the new state has the container.
  daemon.state = { ...started.state, volumes: daemon.state.volumes };
  if (started.error !== undefined) {
    if (container.options.autoRemove) daemon.state = removeContainer(daemon.state, container);
    return { error: `Error response from daemon: ${started.error}`, exitCode: started.exitCode ?? 125 };
  }
  passTime(call);
  if (!attached) return 0;
  const since = daemon.state.time;
  const life = followToEnd(call, container.id);
  retell(call, since, () => follow.rest(life ? outputOf(life) : []));
  if (life?.end === undefined) {
    call.err(
      `Drydock: the program goes on until it is stopped, and \`docker run\` would wait here. It runs on in the background: docker stop ${container.name}\n`,
    );
    return 130;
  }
  follow.pass(life.end.at);
  sweep(call);
  return life.end.exitCode;

  /** What Drydock cannot run leaves no container of `--rm` behind. */
  function begin(): StartedContainer {
    try {
      return startContainer(before, container, around);
    } catch (error) {
      // What it printed up to there was printed.
      if (attached) follow.rest(seen);
      if (container.options.autoRemove) daemon.state = removeContainer(daemon.state, container);
      throw error;
    }
  }
}

/** Containers of `--rm` that have ended since the last look go. */
export function sweep({ daemon }: Pick<Call, "daemon">): void {
  const { state } = daemon;
  const ended = state.containers.filter(
    (one) => one.options.autoRemove && one.life !== undefined && !isUp(one, state.time),
  );
  daemon.state = ended.reduce((next, one) => removeContainer(next, one), state);
}

/** The container of that name now; a failed look-up prints Docker's words. */
export function lookUp(call: Call, name: string): Container | undefined {
  const found = findContainer(call.daemon.state, name);
  if (!("error" in found)) {
    const gap = found.life?.gap;
    if (gap && gap.at <= call.daemon.state.time) throw notSimulated(gap.what, gap.real);
    return found;
  }
  call.fail(`Error response from daemon: ${found.error}`);
  return undefined;
}
