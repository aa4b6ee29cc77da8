import { followToEnd } from "../follow/follow-to-end.ts";
import { retell } from "../follow/retell.ts";
import { outputOf, statusOf } from "../../daemon/containers/container.ts";
import type { Command } from "../command.ts";
import { lookUp, sweep } from "../run/launch.ts";

export const attach: Command = {
  names: ["attach", "container attach"],
  usage: "[OPTIONS] CONTAINER",
  summary: "Attach local standard input, output, and error streams to a running container",
  arity: [1, 1],
  flags: [
    { name: "detach-keys", kind: "string", help: "Override the key sequence for detaching a container" },
    { name: "no-stdin", kind: "bool", help: "Do not attach STDIN" },
    {
      name: "sig-proxy",
      kind: "bool",
      default: "true",
      help: "Proxy all received signals to the process",
    },
  ],
  run(call) {
    const container = lookUp(call, call.args[0] ?? "");
    if (!container) return 1;
    const { daemon } = call;
    const status = statusOf(container, daemon.state.time);
    if (status === "paused") return call.fail("You cannot attach to a paused container, unpause it first");
    if (status !== "running") return call.fail("You cannot attach to a stopped container, start it first");
    const before = daemon.state.time;
    const life = followToEnd(call, container.id);
    retell(call, before, () => {
      for (const { at, stream, text } of life ? outputOf(life).filter((one) => one.at > before) : []) {
        daemon.state = { ...daemon.state, time: Math.max(daemon.state.time, at) };
        (stream === "stdout" ? call.out : call.err)(text);
      }
    });
    if (!life?.end) {
      call.err(
        `Drydock: the program goes on, and \`docker attach\` would wait here for more of it. docker logs ${container.name} shows what it has said.\n`,
      );
      return 130;
    }
    daemon.state = { ...daemon.state, time: Math.max(daemon.state.time, life.end.at) };
    sweep(call);
    return life.end.exitCode;
  },
};
