import { followToEnd } from "../follow/follow-to-end.ts";
import { passTime } from "../follow/pass-time.ts";
import { retell } from "../follow/retell.ts";
import { statusOf } from "../../daemon/containers/container.ts";
import { execIn } from "../../daemon/containers/exec-container.ts";
import type { Command } from "../command.ts";
import { isKeySequence } from "../run/key-sequence.ts";
import { environment } from "../run/container-spec.ts";
import { sessionProblem } from "../run/session-problem.ts";
import { lookUp } from "../run/launch.ts";
import { followProgram } from "../follow/follow-program.ts";
import { standardInput } from "../follow/standard-input.ts";
import { surroundings } from "../run/station-mounts.ts";

export const exec: Command = {
  names: ["exec", "container exec"],
  usage: "[OPTIONS] CONTAINER COMMAND [ARG...]",
  summary: "Execute a command in a running container",
  arity: [2, Infinity],
  flags: [
    { name: "detach", short: "d", kind: "bool", help: "Detached mode: run command in the background" },
    {
      name: "env",
      short: "e",
      kind: "list",
      help: "Set environment variables",
      refuse: (value) =>
        value === "" || value.startsWith("=") ? `invalid environment variable: ${value}` : undefined,
    },
    { name: "env-file", kind: "list", help: "Read in a file of environment variables" },
    { name: "interactive", short: "i", kind: "bool", help: "Keep STDIN open even if not attached" },
    { name: "tty", short: "t", kind: "bool", help: "Allocate a pseudo-TTY" },
    {
      name: "user",
      short: "u",
      kind: "string",
      help: 'Username or UID (format: "<name|uid>[:<group|gid>]")',
    },
    { name: "workdir", short: "w", kind: "string", help: "Working directory inside the container" },
    { name: "privileged", kind: "bool", help: "Give extended privileges to the command" },
    {
      name: "detach-keys",
      kind: "string",
      help: "Override the key sequence for detaching a container",
    },
  ],
  interspersed: false,
  run(call) {
    const [name = "", ...argv] = call.args;
    const container = lookUp(call, name);
    if (!container) return 1;
    const { daemon } = call;
    const status = statusOf(container, daemon.state.time);
    if (status === "paused")
      return call.fail(
        `Error response from daemon: Container ${container.name} is paused, unpause the container before exec`,
      );
    if (status === "restarting")
      return call.fail(
        `Error response from daemon: Container ${container.id} is restarting, wait until the container is running`,
      );
    if (status !== "running")
      return call.fail(`Error response from daemon: container ${container.id} is not running`);
    const session = sessionProblem(call, argv);
    if (session) return call.fail(session.message, session.exitCode);
    const keys = call.get("detach-keys");
    if (keys !== "" && !isKeySequence(keys))
      return call.fail(`Error response from daemon: Invalid escape keys (${keys}) provided`);
    const env = environment(call);
    if ("error" in env) return call.fail(env.error);
    const stdin = call.on("interactive") && !call.on("detach") ? standardInput(call) : "";
    const follow = followProgram(call, typeof stdin === "object", call.on("tty"));
    const done = execIn(
      daemon.state,
      container,
      surroundings(call, stdin, follow.watch),
      {
        argv,
        env,
        user: call.all("user").length > 0 ? call.get("user") : undefined,
        directory: call.get("workdir") || undefined,
        privileged: call.on("privileged"),
        ...(call.on("tty") && { tty: true }),
      },
      typeof stdin === "object" ? Number.POSITIVE_INFINITY : daemon.state.time,
    );
    if ("error" in done) {
      if (/^(?:unable to find|uids and gids)/.test(done.error))
        return call.fail(`Error response from daemon: ${done.error}`);
      const words = `OCI runtime exec failed: exec failed: ${done.error.startsWith("Cwd ") ? "" : "unable to start container process: "}${done.error}`;
      if (call.on("detach")) return call.fail(`Error response from daemon: ${words}`);
      call.out(`${words}\r\n`);
      return done.error.startsWith("Cwd ") ? 128 : /permission denied/.test(done.error) ? 126 : 127;
    }
    daemon.state = { ...done.state, volumes: daemon.state.volumes, time: daemon.state.time };
    passTime(call);
    if (call.on("detach")) return 0;
    const since = daemon.state.time;
    const life = followToEnd(call, container.id, done.key);
    retell(call, since, () => follow.rest(life?.output ?? []));
    if (life?.end === undefined) {
      call.err("Drydock: the program goes on until it is stopped, and `docker exec` would wait here.\n");
      return 130;
    }
    follow.pass(life.end.at);
    return life.end.exitCode;
  },
};
